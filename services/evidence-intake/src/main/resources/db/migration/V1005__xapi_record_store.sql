-- The record store of xAPI. Reasons for the shape of these tables: decision 0014.
select set_config('touchstone.tenant', '*', true);

-- Text, not jsonb: a statement is given back as it came, numbers and order included, and never searched inside.
alter table xapi_statement
    alter column statement type json using statement::json,
    -- number within all statements; (stored, seq) is the order in which they are answered
    add column seq       bigint,
    -- the statement that is the object of this one
    add column refers_to uuid,
    add column voids     boolean not null default false,
    add column voided    boolean not null default false;

create sequence xapi_batch;

-- Statements from before: found by their id and in the list of all. They have no keys, so no filter finds them.
update xapi_statement as old
set seq = numbered.seq,
    statement = (old.statement::jsonb || jsonb_build_object(
        'id', old.id, 'version', '1.0.0',
        'timestamp', coalesce(old.statement ->> 'timestamp', to_char(old.stored at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')),
        'stored', to_char(old.stored at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::json
from (select tenant_id, id, row_number() over (order by stored, id) as seq from xapi_statement) as numbered
where numbered.tenant_id = old.tenant_id and numbered.id = old.id;
select setval('xapi_batch', (select coalesce(max(seq), 0) / 1024 + 1 from xapi_statement));

alter table xapi_statement alter column seq set not null;
create unique index xapi_statement_position on xapi_statement (tenant_id, stored, seq);
create index xapi_statement_refers on xapi_statement (tenant_id, refers_to) where refers_to is not null;

-- By what each statement is found: one row for each key and statement. A statement that refers to another has the keys
-- of that one too; origin is the number of the statement whose key it is, because all filters have to be met by one.
create table xapi_statement_key (
    tenant_id varchar(40) not null,
    key       uuid        not null,
    stored    timestamptz not null,
    seq       bigint      not null,
    origin    bigint      not null,
    primary key (key, stored, seq, origin)
);

-- What is known of activities, from all statements.
create table xapi_activity (
    tenant_id  varchar(40)   not null,
    key        uuid          not null,
    id         varchar(2000) not null,
    definition jsonb         not null,
    primary key (tenant_id, key)
);

create function xapi_definition_joined(old jsonb, new jsonb) returns jsonb language sql immutable as $$
    select old || new || coalesce(
        (select jsonb_object_agg(part, (old -> part) || (new -> part))
         from unnest(array['name', 'description', 'extensions']) as part
         where jsonb_typeof(old -> part) = 'object' and jsonb_typeof(new -> part) = 'object'), '{}')
$$;

-- Contents of attachments, once each, by their SHA-2 digest.
create table xapi_attachment (
    tenant_id varchar(40)  not null,
    digest    varchar(128) not null,
    content   bytea        not null,
    primary key (tenant_id, digest)
);

-- Documents of state and profiles. The scope is a digest of what they belong to: resource, activity, agent.
create table xapi_document (
    tenant_id    varchar(40)   not null,
    scope        uuid          not null,
    registration uuid          not null,
    document_id  varchar(2000) not null,
    content_type varchar(255)  not null,
    content      bytea         not null,
    etag         varchar(40)   not null,
    updated      timestamptz   not null,
    primary key (tenant_id, scope, registration, document_id)
);

-- Says that this transaction is about to store statements, and gives the time at which they are stored. Until it ends,
-- its lock shows that statements of that time or later may still come. The clock is read after the lock is held: a
-- reader who does not see the lock has asked for the time before.
create function xapi_writing() returns timestamptz language plpgsql volatile as $$
declare
    millis bigint := floor(extract(epoch from clock_timestamp()) * 1000)::bigint & 4294967295;
begin
    perform pg_advisory_xact_lock_shared(
        1480674377, (case when millis >= 2147483648 then millis - 4294967296 else millis end)::integer);
    return clock_timestamp();
end
$$;

-- A time before which nothing more will be stored than what can be read now.
create function xapi_consistent_through() returns timestamptz language plpgsql volatile as $$
declare
    asked timestamptz := clock_timestamp();
    millis bigint := floor(extract(epoch from asked) * 1000)::bigint;
    age bigint;
begin
    select max(case when behind < 2147483648 then behind else 0 end) into age
    from (select (millis - objid::bigint) & 4294967295 as behind from pg_locks
          where locktype = 'advisory' and classid = 1480674377 and objsubid = 2
            and database = (select oid from pg_database where datname = current_database())) as writers;
    return coalesce(date_trunc('milliseconds', asked) - age * interval '1 millisecond', asked) - interval '1 microsecond';
end
$$;

alter table xapi_statement_key enable row level security;
alter table xapi_statement_key force row level security;
create policy tenant_isolation on xapi_statement_key
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table xapi_activity enable row level security;
alter table xapi_activity force row level security;
create policy tenant_isolation on xapi_activity
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table xapi_attachment enable row level security;
alter table xapi_attachment force row level security;
create policy tenant_isolation on xapi_attachment
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table xapi_document enable row level security;
alter table xapi_document force row level security;
create policy tenant_isolation on xapi_document
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
