#!/bin/bash
# Succeeds when the readiness endpoint answers 200. Uses bash, because the image may have neither curl nor wget.
exec 3<>"/dev/tcp/127.0.0.1/$HEALTH_PORT" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r answer <&3
[[ $answer = *" 200"* ]]
