-- Texts that come from events have no limit here: their contracts have, and a row that does not fit would block its
-- partition for good.

-- People as far as a credential needs them: the newest state told by the people stream.
create table person (
    tenant_id    varchar(40)  not null,
    person_id    uuid         not null,
    version      bigint       not null,
    display_name text         not null,
    email        text,
    login        text,
    primary key (tenant_id, person_id)
);
create index person_login on person (tenant_id, login);

-- Every published version of every achievement, whole and unchanged.
create table achievement (
    tenant_id      varchar(40) not null,
    achievement_id text not null,
    version        integer     not null,
    definition     text        not null,
    primary key (tenant_id, achievement_id, version)
);

-- How an organisation presents itself on its credentials.
create table issuer (
    tenant_id   varchar(40)  primary key,
    name        varchar(200) not null,
    url         varchar(1000),
    email       varchar(320),
    description varchar(2000),
    image       varchar(1000),
    created_at  timestamptz  not null
);

-- Signing keys. The seed is encrypted under the master key; a retired key signs nothing more, but stays in the issuer's
-- document so that what it signed goes on verifying.
create table issuer_key (
    tenant_id   varchar(40) not null,
    multikey    varchar(60) not null,
    purpose     varchar(20) not null,
    sealed_seed bytea       not null,
    created_at  timestamptz not null,
    retired_at  timestamptz,
    primary key (tenant_id, multikey)
);
create unique index issuer_key_active on issuer_key (tenant_id, purpose) where retired_at is null;

-- Status lists as published. The revision guards against two changes at once.
create table status_list (
    tenant_id   varchar(40) not null,
    number      integer     not null,
    revision    integer     not null,
    encoded     text        not null,
    document    text        not null,
    created_at  timestamptz not null,
    primary key (tenant_id, number)
);

-- What is about to be signed, written before the key is touched. Whatever happens after, the same decision leads to the
-- same credential with the same place in the status list. The document is dropped once its signed form is stored.
create table issuance_intent (
    tenant_id      varchar(40) not null,
    decision_id    uuid        not null,
    credential_id  uuid        not null unique,
    list_number    integer     not null,
    list_index     integer     not null,
    canonical_hash varchar(64) not null,
    multikey       varchar(60) not null,
    created_at     timestamptz not null,
    document       text,
    primary key (tenant_id, decision_id),
    unique (tenant_id, list_number, list_index)
);

create table credential (
    credential_id       uuid         primary key,
    tenant_id           varchar(40)  not null,
    decision_id         uuid         not null,
    person_id           uuid         not null,
    achievement_id      text  not null,
    achievement_version integer      not null,
    name                text         not null,
    state               varchar(20)  not null,
    version             integer      not null,
    awarded_at          timestamptz  not null,
    valid_until         timestamptz,
    issued_at           timestamptz  not null,
    revoked_at          timestamptz,
    revocation_reason   varchar(40),
    unique (tenant_id, decision_id)
);
create index credential_of_tenant on credential (tenant_id, issued_at, credential_id);
create index credential_of_person on credential (tenant_id, person_id, issued_at, credential_id);

-- The signed documents, as served. Apart, because lists of credentials do not read them.
create table signed_document (
    credential_id uuid        primary key references credential,
    tenant_id     varchar(40) not null,
    document      text        not null
);

-- Awards that wait for their person or achievement version to become known here, with the event that brought them.
create table pending_award (
    tenant_id           varchar(40) not null,
    decision_id         uuid        not null,
    person_id           uuid        not null,
    achievement_id      text not null,
    achievement_version integer     not null,
    received_at         timestamptz not null,
    problem             text,
    event_id            uuid        not null,
    correlation_id      uuid        not null,
    traceparent         varchar(55),
    facts               text        not null,
    primary key (tenant_id, decision_id)
);
create index pending_award_achievement on pending_award (tenant_id, achievement_id, achievement_version);
create index pending_award_person on pending_award (tenant_id, person_id);
create index pending_award_age on pending_award (tenant_id, received_at, decision_id);

do $$
declare
    t text;
begin
    foreach t in array array['person', 'achievement', 'issuer', 'issuer_key', 'status_list', 'issuance_intent',
                             'credential', 'signed_document', 'pending_award']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
            'create policy tenant_isolation on %I using (tenant_id = current_setting(''touchstone.tenant'', true)'
            || ' or current_setting(''touchstone.tenant'', true) = ''*'')', t);
    end loop;
end
$$;
