-- What an identity provider keeps with us by SCIM: its users and groups, as it wrote them. A user stands for a person;
-- one that was deleted stays as a signpost, so that whoever comes back is who they were.
create table directory_user (
    id            uuid         primary key,
    tenant_id     varchar(40)  not null,
    connection_id uuid         not null,
    person_id     uuid         not null,
    user_name_key varchar(255) not null,
    external_id   varchar(255),
    active        boolean      not null,
    document      jsonb        not null,
    version       bigint       not null,
    created_at    timestamptz  not null,
    changed_at    timestamptz  not null,
    deleted_at    timestamptz
);
create unique index directory_user_name on directory_user (tenant_id, connection_id, user_name_key);
create index directory_user_external on directory_user (tenant_id, connection_id, external_id);
create index directory_user_page on directory_user (tenant_id, connection_id, id);
create index directory_user_person on directory_user (tenant_id, person_id);

-- A group is an organisational unit. The unit's id stays when the group gets another name.
create table directory_group (
    id            uuid         primary key,
    tenant_id     varchar(40)  not null,
    connection_id uuid         not null,
    display_name  varchar(200) not null,
    external_id   varchar(255),
    unit_id       varchar(80)  not null,
    version       bigint       not null,
    created_at    timestamptz  not null,
    changed_at    timestamptz  not null,
    unique (tenant_id, unit_id)
);
create index directory_group_page on directory_group (tenant_id, connection_id, id);

-- The position tells which group somebody joined first: that one is their unit.
create table directory_member (
    tenant_id varchar(40) not null,
    group_id  uuid        not null references directory_group (id) on delete cascade,
    user_id   uuid        not null references directory_user (id) on delete cascade,
    position  bigint      generated always as identity,
    primary key (group_id, user_id)
);
create index directory_member_user on directory_member (tenant_id, user_id, position);

-- Whoever was merged into somebody else stays as a signpost to them.
alter table person add merged_into uuid;
create index person_merged on person (tenant_id, merged_into) where merged_into is not null;

alter table directory_user enable row level security;
alter table directory_user force row level security;
create policy tenant_isolation on directory_user
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table directory_group enable row level security;
alter table directory_group force row level security;
create policy tenant_isolation on directory_group
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table directory_member enable row level security;
alter table directory_member force row level security;
create policy tenant_isolation on directory_member
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
