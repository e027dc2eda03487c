package org.centrallobby.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path CONTRACTS = Path.of("../contracts");
    private static final Pattern CHANNEL = Pattern.compile(
            "address: (\\S+).*?partitions: (\\d+).*?cleanup\\.policy: \\[(\\w+)](, [^}]+?)? *}", Pattern.DOTALL);
    private static final Pattern SCHEMA = Pattern.compile("\\./(schema/[\\w.-]+)");

    @Test
    void theDocumentTellsEveryTopicWithItsSettings() throws IOException {
        var documented = CHANNEL.matcher(document())
                .results()
                .collect(Collectors.toMap(
                        channel -> channel.group(1),
                        channel -> channel.group(2) + " " + channel.group(3)
                                + (channel.group(4) == null ? "" : channel.group(4))));
        var created = new TreeMap<String, String>();
        Topics.all().stream()
                .filter(topic -> !topic.name().endsWith(Topics.DEAD_LETTER_SUFFIX))
                .forEach(topic -> created.put(
                        topic.name(),
                        topic.numPartitions() + " " + topic.configs().get("cleanup.policy") + times(topic)));

        assertThat(documented).isEqualTo(Map.copyOf(created));
    }

    @Test
    void noTopicThatMayHoldPersonalDataKeepsARecordForMoreThanSevenDays() {
        assertThat(Topics.all().stream().filter(topic -> !topic.name().equals(Topics.SEATS)))
                .allSatisfy(topic -> assertThat(Duration.ofMillis(setting(topic, "retention.ms"))
                                .plusMillis(setting(topic, "segment.ms")))
                        .as(topic.name())
                        .isLessThanOrEqualTo(Duration.ofDays(7)));
    }

    @Test
    void everySchemaIsThereAndUsed() throws IOException {
        try (var files = Files.list(CONTRACTS.resolve("schema"))) {
            var used = SCHEMA.matcher(document())
                    .results()
                    .map(schema -> schema.group(1))
                    .collect(Collectors.toSet());
            assertThat(files.map(file -> "schema/" + file.getFileName())).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    private static String times(NewTopic topic) {
        return topic.configs().containsKey("retention.ms")
                ? ", retention.ms: %d, segment.ms: %d"
                        .formatted(setting(topic, "retention.ms"), setting(topic, "segment.ms"))
                : "";
    }

    private static long setting(NewTopic topic, String name) {
        return Long.parseLong(topic.configs().get(name));
    }

    private static String document() throws IOException {
        return Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
    }
}
