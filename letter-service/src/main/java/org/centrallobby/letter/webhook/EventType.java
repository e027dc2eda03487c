package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Everything that an endpoint can be told. */
public enum EventType {
    LETTER_WRITTEN,
    LETTER_CONFIRMED,
    LETTER_QUEUED,
    LETTER_DEFERRED,
    LETTER_SENT,
    LETTER_SETTLED,
    /** By its writer, from their own mailbox; once more where a copy came after they had said so. */
    LETTER_SENT_BY_WRITER,
    LETTER_LAPSED,
    LETTER_HELD,
    LETTER_RECALLED,
    LETTER_BOUNCED,
    LETTER_FAILED,
    /** Found to be nobody's, so that it counts no longer; its state may stay as it is. */
    LETTER_INVALIDATED,
    CAMPAIGN_SCHEDULED,
    CAMPAIGN_WITHDRAWN,
    CAMPAIGN_PUBLISHED,
    CAMPAIGN_PAUSED,
    CAMPAIGN_RESUMED,
    CAMPAIGN_CLOSED,
    COMMENT_RECEIVED,
    ALARM_RAISED,
    /** Sent on request, to see whether an endpoint works. */
    WEBHOOK_TEST;

    /** As payloads and filters name it, for instance {@code letter.sent}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    static EventType named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such event"));
    }
}
