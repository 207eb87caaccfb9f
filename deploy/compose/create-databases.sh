#!/bin/sh
# Runs once, when the data directory is new: a database for each service, owned by a role that is no superuser, so that
# row-level security binds it.
set -eu

create() {
    psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet \
        --set ON_ERROR_STOP=1 --set name="$1" --set password="$2" <<'SQL'
create role :"name" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'password';
create database :"name" owner :"name";
revoke connect, temporary on database :"name" from public;
SQL
    psql --username "$POSTGRES_USER" --dbname "$1" --no-psqlrc --quiet \
        --set ON_ERROR_STOP=1 --command 'revoke all on schema public from public'
}

create intake "$INTAKE_DB_PASSWORD"
create assessment "$ASSESSMENT_DB_PASSWORD"
create issuance "$ISSUANCE_DB_PASSWORD"
