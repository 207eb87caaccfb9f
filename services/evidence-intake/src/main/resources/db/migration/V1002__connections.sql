-- Systems that deliver. Secrets are sealed with the master key; the previous one stays good until the next rotation.
create table connection (
    id              uuid         primary key,
    tenant_id       varchar(40)  not null,
    name            varchar(100) not null,
    source          varchar(20)  not null,
    channel         varchar(20)  not null,
    settings        jsonb        not null,
    secret          bytea        not null,
    previous_secret bytea,
    created_at      timestamptz  not null,
    disabled_at     timestamptz
);
create index connection_page on connection (tenant_id, id);

-- Raw deliveries of webhooks and CloudEvents, and what became of them. No foreign key to the connection: it would
-- lock that one row on every delivery.
create table delivery (
    id            uuid         primary key,
    tenant_id     varchar(40)  not null,
    connection_id uuid         not null,
    channel       varchar(20)  not null,
    dedupe_key    varchar(100) not null,
    state         varchar(20)  not null,
    reason        varchar(60),
    detail        varchar(1000),
    ack_status    integer      not null,
    headers       jsonb        not null,
    body          bytea        not null,
    digest        varchar(71)  not null,
    received_at   timestamptz  not null,
    unique (tenant_id, connection_id, dedupe_key)
);
create index delivery_page on delivery (tenant_id, received_at desc, id desc);
create index delivery_by_connection on delivery (tenant_id, connection_id, received_at desc, id desc);
create index delivery_parked on delivery (tenant_id, received_at desc, id desc) where state = 'parked';

alter table connection enable row level security;
alter table connection force row level security;
create policy tenant_isolation on connection
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table delivery enable row level security;
alter table delivery force row level security;
create policy tenant_isolation on delivery
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
