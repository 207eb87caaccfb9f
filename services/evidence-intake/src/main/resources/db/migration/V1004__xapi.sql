-- xAPI statements as received. A statement that came without id is known again by its content key.
create table xapi_statement (
    tenant_id     varchar(40)  not null,
    id            uuid         not null,
    connection_id uuid         not null,
    content_key   bytea,
    comparison    bytea        not null,
    state         varchar(20)  not null,
    reason        varchar(60),
    statement     jsonb        not null,
    stored        timestamptz  not null,
    primary key (tenant_id, id)
);
create unique index xapi_statement_content on xapi_statement (tenant_id, content_key) where content_key is not null;
create index xapi_statement_page on xapi_statement (tenant_id, stored desc, id desc);
create index xapi_statement_by_connection on xapi_statement (tenant_id, connection_id, stored desc, id desc);

alter table xapi_statement enable row level security;
alter table xapi_statement force row level security;
create policy tenant_isolation on xapi_statement
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
