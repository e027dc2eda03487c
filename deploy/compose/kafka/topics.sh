#!/usr/bin/env bash
# Makes the platform's topics where they are missing, with the settings of deploy/contracts/asyncapi.yaml. Those that exist are left as they are.
set -euo pipefail

topic() { # NAME SETTING...
  local settings=() setting
  for setting in "${@:2}"; do settings+=(--config "$setting"); done
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists \
    --topic "$1" --partitions 6 --replication-factor "$KAFKA_REPLICAS" "${settings[@]}"
}

# Kafka deletes whole segments: a record lives for as long as both together, seven days.
week=(cleanup.policy=delete retention.ms=518400000 segment.ms=86400000)

topic mp-lookup.seat.v1 cleanup.policy=compact
topic letter.mail-request.v1 "${week[@]}"
topic mail.delivery.v1 "${week[@]}"
topic letter.letter.v1 "${week[@]}"
topic mp-lookup.seat.v1.dlq "${week[@]}"
topic letter.mail-request.v1.dlq "${week[@]}"
topic mail.delivery.v1.dlq "${week[@]}"
