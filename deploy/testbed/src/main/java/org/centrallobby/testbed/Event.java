package org.centrallobby.testbed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic, read from outside.
 *
 * @param headers every header, those of CloudEvents with their {@code ce_}
 * @param data the JSON; null for a tombstone
 */
public record Event(
        String topic,
        String key,
        Map<String, String> headers,
        @Nullable String data) {

    /** The CloudEvents type. */
    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** The CloudEvents id. */
    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    /** Everything the topic holds at this moment; per key in order. */
    public static List<Event> all(Broker broker, String topic) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(of(record)));
            }
            return List.copyOf(events);
        }
    }

    /** What the topic holds of one key, oldest first. */
    public static List<Event> of(Broker broker, String topic, String key) {
        return all(broker, topic).stream()
                .filter(event -> event.key().equals(key))
                .toList();
    }

    private static Event of(ConsumerRecord<String, String> record) {
        var headers = new java.util.HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Event(record.topic(), String.valueOf(record.key()), Map.copyOf(headers), record.value());
    }
}
