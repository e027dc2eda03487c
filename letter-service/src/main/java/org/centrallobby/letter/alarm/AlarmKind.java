package org.centrallobby.letter.alarm;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What many letters have in common. */
public enum AlarmKind {
    /** They come from one network. */
    NETWORK,
    /** Their writers' addresses are of one domain. */
    EMAIL_DOMAIN,
    /** They go to the MP of one constituency. */
    CONSTITUENCY,
    /** They say the same in words that are not the organisation's. */
    ALIKE;

    /** Its name outside of Java: {@code email-domain}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
