package org.centrallobby.mail.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a DNS record is for. */
public enum RecordRole {
    /** A key that signs now, or will after the next rotation. */
    DKIM,
    /** Who may send with the bounce domain in the envelope. */
    SPF,
    /** What receivers do with mail that is not aligned. */
    DMARC,
    /** Where bounces go. */
    MX;

    /** The word that answers use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
