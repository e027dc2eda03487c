package org.centrallobby.mail.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a DNS record is for. */
public enum RecordRole {
    /** A key that signs now. */
    DKIM,
    /** A key that will sign after the next rotation, which must wait for its record; mails are sent without it. */
    DKIM_NEXT,
    /** Who may send with the bounce domain in the envelope. */
    SPF,
    /** What receivers do with mail that is not aligned. */
    DMARC,
    /** Where bounces go. */
    MX;

    /** Whether mails may be sent from the domain only while this record is right. */
    boolean isNeededToSend() {
        return this != DKIM_NEXT;
    }

    /** The word that answers use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
