-- What a service publishes, written in the transaction of the change it tells of. The relay sends and deletes.
create table outbox (
    seq            bigint generated always as identity primary key,
    id             uuid          not null,
    tenant_id      varchar(40)   not null,
    topic          varchar(200)  not null,
    message_key    varchar(400)  not null,
    type           varchar(200)  not null,
    source         varchar(100)  not null,
    subject        varchar(400)  not null,
    occurred_at    timestamptz   not null,
    correlation_id uuid          not null,
    causation_id   uuid,
    traceparent    varchar(55),
    data           bytea         not null,
    created_at     timestamptz   not null default clock_timestamp()
);

-- Every row dies young: vacuum by count, not by share, or the scan for the oldest rows wades through dead ones.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Events that took effect, written in the transaction of the effect.
create table inbox (
    event_id    uuid        primary key,
    tenant_id   varchar(40) not null,
    received_at timestamptz not null default clock_timestamp()
);

-- First answers to requests that may be sent again.
create table idempotency_key (
    tenant_id   varchar(40)  not null,
    caller      varchar(255) not null,
    request_key varchar(255) not null,
    body_hash   varchar(64)  not null,
    status      integer,
    answer      text,
    headers     text,
    created_at  timestamptz  not null default clock_timestamp(),
    primary key (tenant_id, caller, request_key)
);
create index idempotency_key_age on idempotency_key (created_at);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant_isolation on outbox
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table inbox enable row level security;
alter table inbox force row level security;
create policy tenant_isolation on inbox
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant_isolation on idempotency_key
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
