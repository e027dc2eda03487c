package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.centrallobby.letter.organisation.LegalType;

/** How an organisation may ask to write to supporters (PECR, regulation 22); no organisation chooses it. */
public enum ConsentMode {
    @JsonProperty("opt-in")
    OPT_IN,
    /** Regulation 22(3A), for charities only. */
    @JsonProperty("soft-opt-in")
    SOFT_OPT_IN;

    public static ConsentMode of(LegalType type) {
        return switch (type) {
            case CHARITY -> SOFT_OPT_IN;
            case TRADE_UNION, COMPANY, INFORMAL_GROUP, PARTY -> OPT_IN;
        };
    }
}
