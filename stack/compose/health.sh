#!/bin/bash
# Whether the service in this container says that it is ready; the image has neither curl nor wget for certain.
exec 3<>"/dev/tcp/127.0.0.1/$HEALTH_PORT" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r answer <&3
[[ $answer = *" 200"* ]]
