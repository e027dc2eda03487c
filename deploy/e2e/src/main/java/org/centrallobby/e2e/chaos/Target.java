package org.centrallobby.e2e.chaos;

import java.time.Duration;

/** What a fault befalls. */
enum Target {
    LOOKUP("mp-lookup-service", 8),
    LETTERS("letter-service", 8),
    MAIL_ONE("mail-service 1", 8),
    MAIL_TWO("mail-service 2", 8),
    BROKER("Kafka", 10),
    DATABASE("PostgreSQL", 5),
    RELAY("SMTP server", 3);

    private final String title;
    private final Duration recovery;

    Target(String title, int recoverySeconds) {
        this.title = title;
        this.recovery = Duration.ofSeconds(recoverySeconds);
    }

    String title() {
        return title;
    }

    /** How long it is left alone after a fault. */
    Duration recovery() {
        return recovery;
    }
}
