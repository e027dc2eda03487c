#!/usr/bin/env bash
# Offers records that no service could take to their service once more:
#   docker compose run --rm --entrypoint /bin/bash topics /replay.sh mail.delivery.v1
# They stay in TOPIC.dlq until their week is over; what was offered once is passed over the next time. A service that has had an event
# knows it by its id.
set -euo pipefail
topic=${1:?name the topic, for instance mail.delivery.v1}

# The headers carry what the event is: its type, its id, its time. Commas stand in the reasons that are among them.
separator='<+>'
/opt/kafka/bin/kafka-console-consumer.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --topic "$topic.dlq" \
  --group replay --from-beginning --timeout-ms 15000 \
  --property print.headers=true --property print.key=true --property "headers.separator=$separator" |
  /opt/kafka/bin/kafka-console-producer.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --topic "$topic" \
    --producer-property acks=all \
    --property parse.headers=true --property parse.key=true --property "headers.separator=$separator"
