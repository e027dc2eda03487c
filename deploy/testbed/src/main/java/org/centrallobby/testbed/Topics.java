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
                topic(MAIL_REQUESTS, kept(Duration.ofDays(7))),
                topic(DELIVERIES, kept(Duration.ofDays(7))),
                topic(LETTERS, kept(Duration.ofDays(7))),
                topic(SEATS + DEAD_LETTER_SUFFIX, kept(Duration.ofDays(7))),
                topic(MAIL_REQUESTS + DEAD_LETTER_SUFFIX, kept(Duration.ofDays(7))),
                topic(DELIVERIES + DEAD_LETTER_SUFFIX, kept(Duration.ofDays(7))));
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, PARTITIONS, REPLICAS).configs(settings);
    }

    private static Map<String, String> kept(Duration duration) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(duration.toMillis()));
    }
}
