#!/bin/sh
# Runs once, in a new volume: makes the role that the server connects as. It owns its database and is no superuser; the
# superuser loses its password, so that it can only be used from inside the container.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=password="$POSTGRES_PASSWORD" --username=postgres --dbname=postgres <<'SQL'
CREATE ROLE dateline LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'password';
CREATE DATABASE dateline OWNER dateline;
REVOKE CONNECT, TEMPORARY ON DATABASE dateline FROM PUBLIC;
ALTER ROLE postgres PASSWORD NULL;
SQL
