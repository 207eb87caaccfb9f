-- People who were found to be others. What arrives about them, however late, is about the survivor.
create table merged_person (
    person_id   uuid        primary key,
    tenant_id   varchar(40) not null,
    merged_into uuid        not null,
    version     integer     not null
);
create index merged_person_into on merged_person (tenant_id, merged_into);

alter table merged_person enable row level security;
alter table merged_person force row level security;
create policy tenant_isolation on merged_person using (
    tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
