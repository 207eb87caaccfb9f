-- Evidence that was taken back, whether or not it has arrived: it counts for nothing any more.
create table evidence_retraction (
    evidence_id  uuid        primary key,
    tenant_id    varchar(40) not null,
    person_id    uuid        not null,
    reason       varchar(20) not null,
    retracted_at timestamptz not null
);

-- What a case lost: an open one does without the piece, a decided one rested on it and is to be looked at again.
create table case_retraction (
    case_id      uuid        not null references assessment_case,
    evidence_id  uuid        not null,
    tenant_id    varchar(40) not null,
    reason       varchar(20) not null,
    retracted_at timestamptz not null,
    review       boolean     not null,
    -- who upheld the decision without the piece
    reviewed_by  uuid,
    reviewed_at  timestamptz,
    primary key (case_id, evidence_id)
);
create index case_retraction_review on case_retraction (tenant_id, case_id desc) where review;

alter table evidence_retraction enable row level security;
alter table evidence_retraction force row level security;
create policy tenant_isolation on evidence_retraction using (
    tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table case_retraction enable row level security;
alter table case_retraction force row level security;
create policy tenant_isolation on case_retraction using (
    tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
