#!/bin/sh
# Prints the user.acl of production: redis.acl with the hashes of the passwords in the environment (set -a; . ./.env). The operator and the
# sentinels log in without a name, so the default user has the operator's password.
set -eu
umask 077
accounts=$(cat "$(dirname "$0")/../src/main/resources/redis.acl")
hash() { printf %s "$1" | sha256sum | cut -d' ' -f1; }
for account in OPERATOR HEALTH USER EVENT INVENTORY RESERVATION PAYMENT WEB_FRONTEND; do
  name=$(echo "$account" | tr 'A-Z_' 'a-z-')
  eval "password=\$PODO_REDIS_PASSWORD_$account"
  accounts=$(printf '%s\n' "$accounts" | sed "s/#<$name>/#$(hash "$password")/")
done
printf '%s\n' "$accounts" | sed "s/^user default off/user default on #$(hash "$PODO_REDIS_PASSWORD_OPERATOR")/"
