-- Who judged a case without deciding it: different people, none of them its earner.
alter table assessment_case
    add column first_judge  uuid,
    add column second_judge uuid,
    add constraint assessment_case_judges check (
        first_judge <> second_judge and first_judge <> person_id and second_judge <> person_id
        and (second_judge is null or first_judge is not null));

-- Pieces that came when the case was being judged on what it had: no part of it, but of what comes next.
alter table case_evidence add column later boolean not null default false;

-- Judgements as they were handed in. Never changed, whatever comes of the case.
create table judgement (
    case_id      uuid        not null references assessment_case,
    part         varchar(10) not null,
    tenant_id    varchar(40) not null,
    assessor_id  uuid        not null,
    submitted_at timestamptz not null,
    document     text        not null,
    primary key (case_id, part),
    unique (case_id, assessor_id)
);

alter table judgement enable row level security;
alter table judgement force row level security;
create policy tenant_isolation on judgement using (
    tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
