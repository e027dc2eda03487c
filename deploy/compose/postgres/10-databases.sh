#!/usr/bin/env bash
# Run once by the PostgreSQL image, when its volume is new: a database and a role for each service, and none sees another's.
set -euo pipefail

for database in letters mp_lookup mail; do
  # By a variable of psql, quoted by psql: not in the process list, not in the server's log.
  PASSWORD=$(cat "/run/secrets/${database}_database_password") \
    psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 -v name="$database" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\getenv password PASSWORD
create role :"name" login password :'password';
create database :"name" owner :"name" encoding 'UTF8' template template0;
revoke connect on database :"name" from public;
SQL
done
