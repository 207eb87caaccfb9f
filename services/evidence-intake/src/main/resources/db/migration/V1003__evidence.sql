-- Evidence. The document is what the event tells, without the person while nobody is known; content stays here.
create table evidence (
    id              uuid         primary key,
    tenant_id       varchar(40)  not null,
    person_id       uuid,
    parked_reason   varchar(20),
    received_at     timestamptz  not null,
    document        jsonb        not null,
    delivery_id     uuid,
    submitter_login varchar(255),
    title           varchar(300),
    body            varchar(20000),
    link            varchar(2000),
    check ((person_id is null) = (parked_reason is not null))
);
create index evidence_of_person on evidence (tenant_id, person_id, id desc);
create index evidence_by_submitter on evidence (tenant_id, submitter_login, id desc) where submitter_login is not null;
create index evidence_parked on evidence (tenant_id, id desc) where person_id is null;
create index evidence_of_delivery on evidence (tenant_id, delivery_id) where delivery_id is not null;

-- What parked evidence says of its person; gone once the evidence goes on.
create table parked_identity (
    tenant_id    varchar(40)   not null,
    identity_key uuid          not null,
    evidence_id  uuid          not null references evidence (id),
    kind         varchar(20)   not null,
    value        varchar(2400) not null,
    primary key (tenant_id, identity_key, evidence_id)
);
create index parked_identity_evidence on parked_identity (evidence_id);

-- Who read the content of which evidence, and on what ground.
create table evidence_reading (
    id               uuid         primary key,
    tenant_id        varchar(40)  not null,
    evidence_id      uuid         not null,
    reader_person_id uuid,
    reader_login     varchar(255) not null,
    ground           varchar(20)  not null,
    case_id          uuid,
    read_at          timestamptz  not null
);
create index evidence_reading_page on evidence_reading (tenant_id, evidence_id, id desc);

-- The newest claim or release of each case: which assessor may read which evidence, and until when.
create table assessor_claim (
    tenant_id     varchar(40) not null,
    case_id       uuid        not null,
    assessor_id   uuid        not null,
    person_id     uuid        not null,
    evidence_ids  jsonb       not null,
    claimed_until timestamptz not null,
    sequence      bigint      not null,
    primary key (tenant_id, case_id)
);
create index assessor_claim_live on assessor_claim (tenant_id, assessor_id, claimed_until);

alter table evidence enable row level security;
alter table evidence force row level security;
create policy tenant_isolation on evidence
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table parked_identity enable row level security;
alter table parked_identity force row level security;
create policy tenant_isolation on parked_identity
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table evidence_reading enable row level security;
alter table evidence_reading force row level security;
create policy tenant_isolation on evidence_reading
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table assessor_claim enable row level security;
alter table assessor_claim force row level security;
create policy tenant_isolation on assessor_claim
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
