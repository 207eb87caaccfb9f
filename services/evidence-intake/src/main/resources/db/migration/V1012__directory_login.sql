-- Which attribute of a directory's users is their login; none where nothing is kept.
create table directory_login (
    tenant_id     varchar(40) not null,
    connection_id uuid        not null,
    login_source  varchar(20) not null,
    primary key (tenant_id, connection_id)
);

alter table directory_login enable row level security;
alter table directory_login force row level security;
create policy tenant_isolation on directory_login
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
