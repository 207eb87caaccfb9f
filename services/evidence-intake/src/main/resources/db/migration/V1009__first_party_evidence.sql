-- What people hand in themselves. Reasons for the shape of these tables: decision 0018.

-- Contents of files, once each by their digest; without one while they come in. Nobody is told whether a content was
-- here before: who uploads it has an upload of their own.
create table file_content (
    id         uuid        primary key,
    tenant_id  varchar(40) not null,
    digest     varchar(80),
    -- when it was last uploaded or handed in; what nothing refers to goes a day later
    touched_at timestamptz not null
);
create unique index file_content_digest on file_content (tenant_id, digest) where digest is not null;
create index file_content_touched on file_content (touched_at);

create table file_chunk (
    content_id uuid        not null references file_content (id) on delete cascade,
    seq        integer     not null,
    tenant_id  varchar(40) not null,
    content    bytea       not null,
    primary key (content_id, seq)
);

-- Who may hand in which content, for a day.
create table file_upload (
    tenant_id   varchar(40)  not null,
    login       varchar(255) not null,
    digest      varchar(80)  not null,
    name        varchar(200),
    media_type  varchar(100) not null,
    size        bigint       not null,
    uploaded_at timestamptz  not null,
    primary key (tenant_id, login, digest)
);
create index file_upload_digest on file_upload (tenant_id, digest);
create index file_upload_age on file_upload (uploaded_at);

create table evidence_file (
    tenant_id   varchar(40)  not null,
    evidence_id uuid         not null references evidence (id),
    position    integer      not null,
    digest      varchar(80)  not null,
    name        varchar(200),
    media_type  varchar(100) not null,
    size        bigint       not null,
    primary key (evidence_id, position)
);
create index evidence_file_digest on evidence_file (tenant_id, digest);

-- Evidence that was taken back: the facts stay, the content goes.
alter table evidence
    add column retraction      varchar(20),
    add column retracted_at    timestamptz,
    add column retraction_note varchar(1000),
    add check ((retraction is null) = (retracted_at is null));

-- Files of many rows, and how far each has come. The fingerprint is of the rows that are done.
create table evidence_import (
    id          uuid         primary key,
    tenant_id   varchar(40)  not null,
    login       varchar(255) not null,
    request_key varchar(255) not null,
    finished    boolean      not null default false,
    row_count   bigint       not null default 0,
    fingerprint varchar(64)  not null default '',
    accepted    bigint       not null default 0,
    parked      bigint       not null default 0,
    duplicate   bigint       not null default 0,
    refused     bigint       not null default 0,
    started_at  timestamptz  not null,
    updated_at  timestamptz  not null,
    unique (tenant_id, login, request_key)
);
create index evidence_import_page on evidence_import (tenant_id, id desc);

create table evidence_import_row (
    import_id   uuid        not null references evidence_import (id),
    line        bigint      not null,
    tenant_id   varchar(40) not null,
    state       varchar(20) not null,
    evidence_id uuid,
    errors      jsonb,
    primary key (import_id, line)
);
create index evidence_import_row_state on evidence_import_row (import_id, state, line);

-- By what rows are known again, whichever file they come in.
create table evidence_import_key (
    tenant_id   varchar(40) not null,
    key         varchar(64) not null,
    digest      varchar(64) not null,
    evidence_id uuid        not null,
    primary key (tenant_id, key)
);

alter table evidence_import enable row level security;
alter table evidence_import force row level security;
create policy tenant_isolation on evidence_import
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table evidence_import_row enable row level security;
alter table evidence_import_row force row level security;
create policy tenant_isolation on evidence_import_row
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table evidence_import_key enable row level security;
alter table evidence_import_key force row level security;
create policy tenant_isolation on evidence_import_key
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

-- Whom people ask to bear out their evidence, and what they say beside the text of it, which is evidence itself.
create table witness_request (
    id           uuid         primary key,
    tenant_id    varchar(40)  not null,
    evidence_id  uuid         not null references evidence (id),
    requester_id uuid         not null,
    witness_id   uuid         not null,
    question     varchar(2000),
    state        varchar(20)  not null,
    asked_at     timestamptz  not null,
    expires_at   timestamptz  not null,
    answered_at  timestamptz,
    statement_id uuid         references evidence (id),
    relation     varchar(200),
    knew_from    date,
    confirms     boolean,
    check (requester_id <> witness_id),
    check ((state = 'given') = (statement_id is not null))
);
create unique index witness_request_open on witness_request (tenant_id, evidence_id, witness_id) where state = 'open';
create index witness_request_of_evidence on witness_request (tenant_id, evidence_id, id desc);
create index witness_request_of_witness on witness_request (tenant_id, witness_id, id desc) where state = 'open';
create index witness_request_statement on witness_request (tenant_id, statement_id) where statement_id is not null;

alter table witness_request enable row level security;
alter table witness_request force row level security;
create policy tenant_isolation on witness_request
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table file_content enable row level security;
alter table file_content force row level security;
create policy tenant_isolation on file_content
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table file_chunk enable row level security;
alter table file_chunk force row level security;
create policy tenant_isolation on file_chunk
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table file_upload enable row level security;
alter table file_upload force row level security;
create policy tenant_isolation on file_upload
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');

alter table evidence_file enable row level security;
alter table evidence_file force row level security;
create policy tenant_isolation on evidence_file
    using (tenant_id = current_setting('touchstone.tenant', true) or current_setting('touchstone.tenant', true) = '*');
