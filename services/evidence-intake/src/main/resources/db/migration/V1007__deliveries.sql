-- Who read what a system delivered, as it was delivered.
create table delivery_reading (
    id           uuid         primary key,
    tenant_id    varchar(40)  not null,
    delivery_id  uuid         not null,
    reader_login varchar(255) not null,
    read_at      timestamptz  not null
);
create index delivery_reading_page on delivery_reading (tenant_id, delivery_id, id desc);

alter table delivery_reading enable row level security;
alter table delivery_reading force row level security;
create policy tenant_isolation on delivery_reading
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

-- When something last came of a connection, and when it last failed, without looking at all it ever delivered.
create index delivery_last on delivery (tenant_id, connection_id, state, received_at desc);
create index xapi_statement_last on xapi_statement (tenant_id, connection_id, state, stored desc);
