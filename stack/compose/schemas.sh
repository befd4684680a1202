#!/bin/bash
# Creates a schema per service and an account with rights on that schema only. The mysql image runs it once on an empty volume; with
# PODO_SCHEMAS_AT=HOST it does so on a server elsewhere, as often as one likes.
set -eu
for service in user event inventory reservation payment notification; do
  variable=PODO_DB_PASSWORD_${service^^}
  MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root ${PODO_SCHEMAS_AT:+--host="$PODO_SCHEMAS_AT"} <<SQL
create database if not exists podo_$service character set utf8mb4;
create user if not exists podo_$service@'%' identified by '${!variable}';
grant all on podo_$service.* to podo_$service@'%';
SQL
done
