#!/bin/sh
# Writes .env beside compose.yaml with new secrets, readable by its owner only. Does not overwrite an existing file.
set -eu
cd "$(dirname "$0")/../.."
[ ! -e .env ] || { echo ".env exists already" >&2; exit 1; }
umask 077
key() { openssl rand -base64 32; }
password() { openssl rand -hex 18; }
{
  echo "MYSQL_ROOT_PASSWORD=$(password)"
  for service in USER EVENT INVENTORY RESERVATION PAYMENT NOTIFICATION; do echo "PODO_DB_PASSWORD_$service=$(password)"; done
  for account in OPERATOR HEALTH USER EVENT INVENTORY RESERVATION PAYMENT WEB_FRONTEND; do echo "PODO_REDIS_PASSWORD_$account=$(password)"; done
  for account in OPERATOR USER EVENT INVENTORY RESERVATION PAYMENT NOTIFICATION PODO_REPLAY; do echo "PODO_KAFKA_PASSWORD_$account=$(password)"; done
  echo "PODO_SERVICE_SECRET=$(key)"
  echo "PODO_PASS_SECRET=$(key)"
  echo "PODO_RECEIPT_SECRET=$(key)"
  echo "PODO_TICKET_KEY=$(key)"
  echo "PODO_JWT_PRIVATE_KEY=$(openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -outform DER 2>/dev/null | openssl base64 -A)"
  echo "PODO_TOSS_SECRET_KEY=test_sk_$(password)"
  echo "PODO_TOSS_CLIENT_KEY=test_ck_$(password)"
  echo "PODO_SIMULATOR_TOKEN=$(password)"
  echo "PODO_DEMO_PASSWORD=$(password)"
} >.env
echo "Wrote .env. Now: docker compose up --build"
