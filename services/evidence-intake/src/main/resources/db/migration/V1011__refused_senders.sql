-- Who tried a connection's address without proving who they are: how often and why, by the hour. No more rows than hours
-- times reasons, however much is sent; nothing of what was sent.
create table refused_sender (
    tenant_id     varchar(40) not null,
    connection_id uuid        not null,
    hour          timestamptz not null,
    reason        varchar(40) not null,
    refused       bigint      not null,
    last_at       timestamptz not null,
    primary key (tenant_id, connection_id, hour, reason)
);
create index refused_sender_old on refused_sender (hour);

alter table refused_sender enable row level security;
alter table refused_sender force row level security;
create policy tenant_isolation on refused_sender
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
