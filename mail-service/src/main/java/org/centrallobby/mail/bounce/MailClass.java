package org.centrallobby.mail.bounce;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What a mail that came back is, the gravest first. */
enum MailClass {
    /** The address does not exist: no attempt will ever succeed. */
    HARD,
    /** It was not delivered, for a reason that is not the address itself. */
    SOFT,
    /** Still being tried by somebody else. */
    DELAYED,
    /** It has arrived. */
    DELIVERED,
    /** The reader, or the reader's provider, calls the mail unwanted (RFC 5965). */
    COMPLAINT,
    /** A machine answered in somebody's place (RFC 3834). */
    AUTO_REPLY,
    /** A person answered. */
    REPLY,
    /** None of these, or not to be told. */
    UNKNOWN;

    /** Whether it cannot come for a mail that did not arrive. */
    boolean provesArrival() {
        return switch (this) {
            case DELIVERED, COMPLAINT, AUTO_REPLY, REPLY -> true;
            case HARD, SOFT, DELAYED, UNKNOWN -> false;
        };
    }

    /** Whether it says that somebody did not get the mail, and will not. */
    boolean isUndelivered() {
        return this == HARD || this == SOFT;
    }

    /** The word in answers and in the database. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such class */
    static MailClass of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The class of a mail that reports several recipients: the gravest one's. */
    static MailClass gravest(Collection<ReturnedRecipient> recipients) {
        return recipients.stream()
                .map(ReturnedRecipient::mailClass)
                .min(Comparator.naturalOrder())
                .orElse(UNKNOWN);
    }
}
