-- What was issued before is about whoever it was signed for.
select set_config('touchstone.tenant', '*', true);

-- People who were found to be others, by the newest word on it. What arrives about them, however late, is about the
-- survivor.
create table merged_person (
    tenant_id   varchar(40) not null,
    person_id   uuid        not null,
    merged_into uuid        not null,
    version     bigint      not null,
    primary key (tenant_id, person_id)
);
create index merged_person_into on merged_person (tenant_id, merged_into);

alter table merged_person enable row level security;
alter table merged_person force row level security;
create policy tenant_isolation on merged_person using (
    tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

-- Whom the signed document names. The person may become another; what is signed cannot.
alter table credential add column signed_for uuid;
update credential set signed_for = person_id;
alter table credential alter column signed_for set not null;

-- One decision, one credential that holds: issued again for the survivor it is the next edition.
alter table credential add column edition integer not null default 1;
alter table credential drop constraint credential_tenant_id_decision_id_key;
alter table credential add constraint credential_edition unique (tenant_id, decision_id, edition);
alter table issuance_intent add column edition integer not null default 1;
alter table issuance_intent drop constraint issuance_intent_pkey;
alter table issuance_intent add primary key (tenant_id, decision_id, edition);

-- What the award said, to issue it again. Null for what was issued before this was kept.
alter table signed_document add column facts text;
