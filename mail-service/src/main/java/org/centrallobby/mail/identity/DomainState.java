package org.centrallobby.mail.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a domain's records were found last. */
public enum DomainState {
    /** They were never all right. */
    PENDING,
    /** They are right. */
    VERIFIED,
    /** They were right, and are not any more. */
    FAILING;

    /** The word that answers and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
