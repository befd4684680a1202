#!/bin/sh
# Writes .env beside compose.yaml with fresh secrets, readable by its owner only. Never overwrites one.
set -eu
cd "$(dirname "$0")/../.."
[ ! -e .env ] || { echo ".env is there already" >&2; exit 1; }
umask 077
key() { openssl rand -base64 32; }
word() { openssl rand -hex 18; }
{
  echo "MYSQL_ROOT_PASSWORD=$(word)"
  for service in USER EVENT INVENTORY RESERVATION PAYMENT; do echo "PODO_DB_PASSWORD_$service=$(word)"; done
  echo "PODO_SERVICE_SECRET=$(key)"
  echo "PODO_PASS_SECRET=$(key)"
  echo "PODO_RECEIPT_SECRET=$(key)"
  echo "PODO_JWT_PRIVATE_KEY=$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -outform DER 2>/dev/null | openssl base64 -A)"
  echo "PODO_TOSS_SECRET_KEY=test_sk_$(word)"
  echo "PODO_TOSS_CLIENT_KEY=test_ck_$(word)"
} >.env
echo "Wrote .env. Now: docker compose up --build"
