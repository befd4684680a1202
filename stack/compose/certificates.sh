#!/bin/bash
# Makes /tls/NAME/{service.crt,service.key,authority.crt} for each service named. The authority's key stays in /tls/authority,
# which no service mounts. Keys belong to the user of the images (10001). Certificates live for a year; run it again within the last
# four months and start the services anew.
set -eu
umask 077
tls=${TLS_FOLDER:-/tls} user=10001 renew=$((120 * 86400))
command -v openssl >/dev/null || { apt-get update -q && apt-get install -yq --no-install-recommends openssl; } >/dev/null
mkdir -p "$tls/authority"
chmod 711 "$tls"
if ! openssl x509 -in "$tls/authority/ca.crt" -noout -checkend $((6 * renew)) >/dev/null 2>&1; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj "/CN=Podo" \
    -addext keyUsage=critical,keyCertSign,cRLSign -keyout "$tls/authority/ca.key" -out "$tls/authority/ca.crt" 2>/dev/null
fi
for name; do
  folder=$tls/$name
  mkdir -p "$folder"
  if ! { openssl x509 -in "$folder/service.crt" -noout -checkend "$renew" &&
    openssl verify -CAfile "$tls/authority/ca.crt" "$folder/service.crt"; } >/dev/null 2>&1; then
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$name" \
      -keyout "$folder/service.key" -out "$folder/service.csr" 2>/dev/null
    printf 'subjectAltName=DNS:%s\nbasicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth,clientAuth\n' \
      "$name" >"$folder/service.ext"
    openssl x509 -req -in "$folder/service.csr" -CA "$tls/authority/ca.crt" -CAkey "$tls/authority/ca.key" -CAcreateserial \
      -days 365 -extfile "$folder/service.ext" -out "$folder/service.crt" 2>/dev/null
    rm "$folder/service.csr" "$folder/service.ext"
  fi
  cp "$tls/authority/ca.crt" "$folder/authority.crt"
  chmod 400 "$folder"/*
  if [ "$(id -u)" = 0 ]; then chown -R "$user:$user" "$folder"; fi
done
