package org.centrallobby.testbed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the platform with the settings that production gives them; {@code asyncapi.yaml} documents them. */
public final class Topics {
    public static final String SEATS = "mp-lookup.seat.v1";
    public static final String MAIL_REQUESTS = "letter.mail-request.v1";
    public static final String DELIVERIES = "mail.delivery.v1";
    public static final String LETTERS = "letter.letter.v1";

    /** What no consumer could take waits behind its topic under this ending. */
    public static final String DEAD_LETTER_SUFFIX = ".dlq";

    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 1;

    private Topics() {}

    /** All topics, as an administrator would create them; automatic creation is off, so that a slip in a name is found. */
    public static List<NewTopic> all() {
        return List.of(
                topic(SEATS, Map.of("cleanup.policy", "compact")),
                topic(MAIL_REQUESTS, forAWeek()),
                topic(DELIVERIES, forAWeek()),
                topic(LETTERS, forAWeek()),
                topic(SEATS + DEAD_LETTER_SUFFIX, forAWeek()),
                topic(MAIL_REQUESTS + DEAD_LETTER_SUFFIX, forAWeek()),
                topic(DELIVERIES + DEAD_LETTER_SUFFIX, forAWeek()));
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, PARTITIONS, REPLICAS).configs(settings);
    }

    /** Kafka deletes a segment when its newest record is old enough: the oldest one in it has lived for a day more by then. */
    private static Map<String, String> forAWeek() {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", millis(Duration.ofDays(6)),
                "segment.ms", millis(Duration.ofDays(1)));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
