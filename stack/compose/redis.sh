#!/bin/sh
# Starts Redis with the accounts of redis.acl; their passwords are PODO_REDIS_PASSWORD_<ACCOUNT>.
set -eu
umask 077
cp /redis.acl /tmp/users.acl
for account in OPERATOR HEALTH USER EVENT INVENTORY RESERVATION PAYMENT WEB_FRONTEND; do
  name=$(echo "$account" | tr 'A-Z_' 'a-z-')
  eval "password=\$PODO_REDIS_PASSWORD_$account"
  hash=$(printf %s "$password" | sha256sum | cut -d' ' -f1)
  sed -i "s/#<$name>/#$hash/" /tmp/users.acl
done
chown redis /tmp/users.acl
exec docker-entrypoint.sh redis-server --aclfile /tmp/users.acl "$@"
