create table note (
    id        uuid primary key,
    tenant_id varchar(40)  not null,
    text      varchar(200) not null
);
alter table note enable row level security;
alter table note force row level security;
create policy tenant_isolation on note
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
