-- Grows with every change of an organisation's achievements: what a replica holds in memory is right while it has not.
create table catalogue (
    tenant_id varchar(40) primary key,
    revision  bigint      not null
);

-- Versions never change.
create table achievement_version (
    row_id         uuid         primary key,
    tenant_id      varchar(40)  not null,
    achievement_id varchar(80)  not null,
    version        integer      not null,
    definition     text         not null,
    digest         varchar(71)  not null,
    published_at   timestamptz  not null,
    published_by   uuid,
    revision       bigint       not null,
    unique (tenant_id, achievement_id, version)
);
create index achievement_version_revision on achievement_version (tenant_id, revision);

create table achievement_retirement (
    row_id         uuid          primary key,
    tenant_id      varchar(40)   not null,
    achievement_id varchar(80)   not null,
    retired_at     timestamptz   not null,
    retired_by     uuid,
    reason         varchar(1000),
    revision       bigint        not null,
    unique (tenant_id, achievement_id)
);

-- Newest known state of each person, from the people topic.
create table person (
    person_id    uuid         primary key,
    tenant_id    varchar(40)  not null,
    version      integer      not null,
    display_name varchar(200) not null,
    login        varchar(255),
    manager_id   uuid,
    unit_name    varchar(200),
    active       boolean      not null
);
create index person_login on person (tenant_id, login) where active;

-- Facts of every piece of evidence, whether it counts for anything today or not: what is published tomorrow may ask for it.
create table evidence (
    evidence_id   uuid           primary key,
    tenant_id     varchar(40)    not null,
    person_id     uuid           not null,
    kind          varchar(20)    not null,
    activity_id   varchar(1000)  not null,
    alternate_ids varchar(1000)[] not null,
    activity_name varchar(300),
    action        varchar(40)    not null,
    scaled        double precision,
    success       boolean,
    occurred_at   timestamptz    not null,
    received_at   timestamptz    not null,
    digest        varchar(71)    not null,
    trust         varchar(10)    not null,
    submitted_by  uuid,
    claimed_for   varchar(80),
    tags          varchar(100)[] not null
);
create index evidence_person on evidence (tenant_id, person_id, occurred_at desc);

-- Credentials of this organisation's people. A revocation may come before the issue: then the rest follows.
create table credential (
    credential_id  uuid        primary key,
    tenant_id      varchar(40) not null,
    person_id      uuid        not null,
    achievement_id varchar(80) not null,
    level          integer,
    decision_id    uuid,
    valid_until    timestamptz,
    revoked        boolean     not null
);
create index credential_person on credential (tenant_id, person_id);

create table assessment_case (
    case_id             uuid        primary key,
    tenant_id           varchar(40) not null,
    person_id           uuid        not null,
    achievement_id      varchar(80) not null,
    achievement_version integer     not null,
    stakes              varchar(4)  not null,
    state               varchar(12) not null,
    opened_at           timestamptz not null,
    ready_at            timestamptz,
    assessor_id         uuid,
    claimed_at          timestamptz,
    claimed_until       timestamptz,
    sequence            integer     not null
);
-- Whatever happens at once: nobody has two cases open for one achievement.
create unique index assessment_case_open on assessment_case (tenant_id, person_id, achievement_id)
    where state in ('collecting', 'ready', 'claimed');
create index assessment_case_queue on assessment_case (tenant_id, ready_at, case_id) where state in ('ready', 'claimed');
create index assessment_case_assessor on assessment_case (tenant_id, assessor_id) where state = 'claimed';
create index assessment_case_person on assessment_case (tenant_id, person_id, case_id);

create table case_evidence (
    case_id     uuid        not null references assessment_case,
    evidence_id uuid        not null references evidence,
    tenant_id   varchar(40) not null,
    primary key (case_id, evidence_id)
);
create index case_evidence_piece on case_evidence (evidence_id);

create table decision (
    decision_id         uuid        primary key,
    case_id             uuid        not null unique references assessment_case,
    tenant_id           varchar(40) not null,
    person_id           uuid        not null,
    achievement_id      varchar(80) not null,
    achievement_version integer     not null,
    basis               varchar(10) not null,
    passed              boolean     not null,
    level               integer     not null,
    decided_at          timestamptz not null,
    decided_by          uuid,
    valid_until         timestamptz,
    inputs_hash         varchar(71) not null,
    document            text        not null
);
create index decision_person on decision (tenant_id, person_id, achievement_id);

-- Published versions whose earlier evidence is still being looked through, person by person.
create table recognition_sweep (
    sweep_id       uuid        primary key,
    tenant_id      varchar(40) not null,
    achievement_id varchar(80) not null,
    after_person   uuid        not null,
    created_at     timestamptz not null default clock_timestamp()
);

do $$
declare
    owned varchar;
begin
    foreach owned in array array['catalogue', 'achievement_version', 'achievement_retirement', 'person', 'evidence',
                                 'credential', 'assessment_case', 'case_evidence', 'decision', 'recognition_sweep']
    loop
        execute format('alter table %I enable row level security', owned);
        execute format('alter table %I force row level security', owned);
        execute format(
            'create policy tenant_isolation on %I using (tenant_id = current_setting(''touchstone.tenant'', true) '
            || 'or current_setting(''touchstone.tenant'', true) = ''*'')', owned);
    end loop;
end $$;
