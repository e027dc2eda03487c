package org.centrallobby.letter.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done with personal data. */
public enum AuditAction {
    /** Somebody read what is in a letter, or who wrote it. */
    LETTER_READ,
    /** Letters were held, released, invalidated or recalled by a person's decision. */
    LETTERS_DECIDED,
    /** Supporters, or letters with their writers, left by an export. */
    EXPORT,
    /** Supporters were read over the OSDI surface. */
    SUPPORTERS_READ,
    /** Supporters came in from another system. */
    SUPPORTERS_TAKEN_IN,
    /** One person was given everything that is held on them. */
    SUBJECT_ACCESS,
    /** One person asked to be forgotten. */
    ERASURE_ASKED,
    /** What was held on that person is gone. */
    ERASURE_DONE,
    /** Consent to be written to was taken back. */
    CONSENT_WITHDRAWN,
    /** A comment was approved, rejected or taken down. */
    MODERATION,
    /** A retention clock ran out and the platform forgot something. */
    RETENTION;

    /** Its name outside of Java: {@code letter-read}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AuditAction> named(String wireName) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(wireName))
                .findFirst();
    }
}
