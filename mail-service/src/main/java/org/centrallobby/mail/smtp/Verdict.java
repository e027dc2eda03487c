package org.centrallobby.mail.smtp;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an attempt means for the mail. */
public enum Verdict {
    /** The relay has it. */
    ACCEPTED,
    /** Not this time; the mail is offered again. */
    REFUSED_FOR_NOW,
    /** Not this mail, ever. */
    REFUSED,
    /** Refused for what the platform is or does, not for whom the mail is to: tried again, and the operator is told. */
    REFUSED_BY_POLICY,
    /** Handed over wholly and never answered. It is offered again, later and with the same Message-ID: a letter may arrive twice, never not at all. */
    UNCERTAIN,
    /** Not handed over, as the permission was not given: nothing was attempted. */
    WITHHELD,
    /** No mail at all would pass at present. */
    RELAY_IN_TROUBLE;

    /** The word that answers and metrics use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
