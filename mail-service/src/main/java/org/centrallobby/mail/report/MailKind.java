package org.centrallobby.mail.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a mail is for: a letter goes to the member, everything else to its writer. */
public enum MailKind {
    LETTER,
    CONFIRMATION,
    REMINDER,
    COPY,
    NOTICE,
    /** News of the campaign to somebody who asked for it; the only kind that can be unsubscribed from. */
    UPDATE;

    /** Whether somebody sits before a screen and waits for it. */
    public boolean isUrgent() {
        return this == CONFIRMATION;
    }

    /** The word that stands for it in events and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static MailKind of(String word) {
        for (var kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such kind of mail");
    }
}
