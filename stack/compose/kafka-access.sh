#!/bin/bash
# ping: succeeds when the broker answers. grant: creates the topics of /kafka.access and its access rules; adding one twice is harmless.
set -eu
bin=/opt/kafka/bin login=/tmp/operator.properties
umask 077
printf '%s\n' security.protocol=SASL_PLAINTEXT sasl.mechanism=PLAIN \
  "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"operator\" password=\"$PODO_KAFKA_PASSWORD\";" >$login
at="--bootstrap-server kafka:9092 --command-config $login"
acls() { $bin/kafka-acls.sh $at --add --allow-principal "User:$account" "$@" >/dev/null; }

if [[ $1 = ping ]]; then
  $bin/kafka-broker-api-versions.sh $at >/dev/null
  exit
fi
grep -v '^#' /kafka.access | while read -r account right topics; do
  acls --operation Describe --topic podo. --resource-pattern-type prefixed
  acls --operation Read --group "$account" --resource-pattern-type prefixed
  for topic in $topics; do
    case $right in
      writes)
        $bin/kafka-topics.sh $at --create --if-not-exists --topic "$topic" --partitions 6
        $bin/kafka-topics.sh $at --create --if-not-exists --topic "$topic.dlt" --partitions 6
        acls --operation Write --topic "$topic"
        ;;
      reads)
        acls --operation Read --topic "$topic"
        [[ $topic = *.dlt ]] || acls --operation Write --topic "$topic.dlt"
        ;;
    esac
  done
done
