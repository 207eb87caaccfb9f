-- Who works here. Other services see a version of this row at a time, as PersonChanged.
create table person (
    id              uuid         primary key,
    tenant_id       varchar(40)  not null,
    version         bigint       not null,
    active          boolean      not null,
    display_name    varchar(200) not null,
    email           varchar(320),
    login           varchar(255),
    employee_number varchar(255),
    unit_id         varchar(80),
    unit_name       varchar(200),
    manager_id      uuid,
    -- the manager as the source named them, until somebody is known by that
    pending_manager_kind  varchar(20),
    pending_manager_value varchar(255),
    job_title       varchar(200),
    changed_at      timestamptz  not null
);
create index person_page on person (tenant_id, id);
create index person_unit on person (tenant_id, unit_id, id);
create index person_manager on person (tenant_id, manager_id);
create index person_pending_manager on person (tenant_id, pending_manager_value) where pending_manager_value is not null;

-- What other systems know people by, many to one. The key is a digest of kind and value: values may be longer than an
-- index entry can be.
create table person_identity (
    tenant_id    varchar(40)   not null,
    identity_key uuid          not null,
    person_id    uuid          not null,
    kind         varchar(20)   not null,
    value        varchar(2400) not null,
    primary key (tenant_id, identity_key)
);
create index person_identity_person on person_identity (tenant_id, person_id);

alter table person enable row level security;
alter table person force row level security;
create policy tenant_isolation on person
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table person_identity enable row level security;
alter table person_identity force row level security;
create policy tenant_isolation on person_identity
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
