#!/bin/bash
# Run once by the mysql image on an empty volume: creates a schema per service and an account with rights on that schema only.
set -eu
for service in user event inventory reservation payment notification; do
  variable=PODO_DB_PASSWORD_${service^^}
  mysql --user=root --password="$MYSQL_ROOT_PASSWORD" <<SQL
create database if not exists podo_$service character set utf8mb4;
create user if not exists podo_$service@'%' identified by '${!variable}';
grant all on podo_$service.* to podo_$service@'%';
SQL
done
