-- How many statements each connection brought in each hour, and when the last of them came: counted once, in the order in
-- which they are stored, so that nobody counts millions for a page, and no index is kept up for it with every statement.
create table connection_hour (
    tenant_id     varchar(40) not null,
    connection_id uuid        not null,
    hour          timestamptz not null,
    state         varchar(20) not null,
    statements    bigint      not null,
    last_at       timestamptz not null,
    primary key (tenant_id, connection_id, hour, state)
);

-- Statements stored up to then are counted.
create table connection_hour_mark (
    tenant_id varchar(40) primary key,
    through   timestamptz not null
);

select set_config('touchstone.tenant', '*', true),
       set_config('touchstone.through', cast(xapi_consistent_through() as text), true);

insert into connection_hour (tenant_id, connection_id, hour, state, statements, last_at)
select tenant_id, connection_id, date_trunc('hour', stored, 'UTC'), state, count(*), max(stored)
from xapi_statement where stored <= cast(current_setting('touchstone.through') as timestamptz)
group by 1, 2, 3, 4;

insert into connection_hour_mark (tenant_id, through)
select distinct tenant_id, cast(current_setting('touchstone.through') as timestamptz) from connection_hour;

drop index xapi_statement_last;
-- No statement is parked. Who asks for what is parked is not to read all statements to learn it.
create index xapi_statement_parked on xapi_statement (tenant_id, stored desc, id desc) where state = 'parked';
-- Those whose evidence has to go are found by it.
create index xapi_statement_voided on xapi_statement (tenant_id, id) where voided;

alter table connection_hour enable row level security;
alter table connection_hour force row level security;
create policy tenant_isolation on connection_hour
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table connection_hour_mark enable row level security;
alter table connection_hour_mark force row level security;
create policy tenant_isolation on connection_hour_mark
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
