package org.centrallobby.letter.supporter;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.centrallobby.letter.organisation.LegalType;

/** The rule of the Privacy and Electronic Communications Regulations 2003 under which an organisation may write to supporters. */
public enum ConsentMode {
    /** Only to whoever agreed beforehand: regulation 22(2). */
    @JsonProperty("opt-in")
    OPT_IN,
    /** A charity, to whoever showed support and did not object: regulation 22(3A). */
    @JsonProperty("soft-opt-in")
    SOFT_OPT_IN;

    /** Follows from what the organisation is in law; it cannot choose. */
    public static ConsentMode of(LegalType type) {
        return type == LegalType.CHARITY ? SOFT_OPT_IN : OPT_IN;
    }
}
