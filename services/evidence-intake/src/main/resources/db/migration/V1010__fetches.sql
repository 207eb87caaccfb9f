-- Asking the systems whose notifications carry ids only. Reasons for the shape of these tables: decision 0019.

-- What this service tells a system that it asks; sealed for that system, so that no other is ever told it.
alter table connection add column fetch_secret bytea;

-- Deliveries whose system is to be asked. A row is due at due_at, and while somebody is at it due_at is when their lease
-- ends: whoever dies leaves it to the next. It goes with the transaction in which the answer takes effect.
create table delivery_fetch (
    delivery_id   uuid        primary key references delivery (id),
    tenant_id     varchar(40) not null,
    connection_id uuid        not null,
    asked_for_at  timestamptz not null,
    tries         integer     not null default 0,
    due_at        timestamptz not null,
    lease         uuid
);
create index delivery_fetch_due on delivery_fetch (connection_id, due_at);

-- What was answered last, so that what came of it can be explained. The subject is a digest of what was asked for first:
-- of two answers about the same, the one that was asked for later is not undone by the other.
create table delivery_fetched (
    delivery_id   uuid        primary key references delivery (id),
    tenant_id     varchar(40) not null,
    connection_id uuid        not null,
    subject       varchar(71) not null,
    asked_at      timestamptz not null,
    content       json        not null
);
create index delivery_fetched_subject on delivery_fetched (tenant_id, connection_id, subject, asked_at desc);

alter table delivery_fetch enable row level security;
alter table delivery_fetch force row level security;
create policy tenant_isolation on delivery_fetch
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table delivery_fetched enable row level security;
alter table delivery_fetched force row level security;
create policy tenant_isolation on delivery_fetched
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
