package org.centrallobby.mail.suppression;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a mailbox is not written to. */
public enum SuppressionReason {
    /** Its address does not exist. */
    BOUNCED,
    /** Its owner, or the owner's provider, called a mail unwanted. */
    COMPLAINED,
    /** Its owner has unsubscribed from news; letters and what somebody asks for still come. */
    UNSUBSCRIBED,
    /** Somebody asked the operator. */
    REQUESTED;

    /** The word in the database and in answers. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such reason */
    public static SuppressionReason of(String word) {
        for (var reason : values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("no such reason");
    }

    /** What is held back: {@code everything}, or only {@code updates}. */
    String covers() {
        return this == UNSUBSCRIBED ? "updates" : "everything";
    }
}
