-- Everything a transaction that stores statements has to do first, in this order and in one round trip: wait for those of
-- its organisation that it must not meet, take the time, take numbers. Decision 0014.
create function xapi_begin(tenant text, alone boolean, out stored timestamptz, out batch bigint)
language plpgsql volatile as $$
begin
    if alone then
        perform pg_advisory_xact_lock(hashtext('intake-statements'), hashtext(tenant));
    else
        perform pg_advisory_xact_lock_shared(hashtext('intake-statements'), hashtext(tenant));
    end if;
    stored := xapi_writing();
    batch := nextval('xapi_batch');
end
$$;
