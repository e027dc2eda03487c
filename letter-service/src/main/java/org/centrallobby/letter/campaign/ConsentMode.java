package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.organisation.LegalType;

/** How an organisation may ask to write to supporters (PECR, regulation 22); no organisation chooses it. */
public enum ConsentMode {
    @JsonProperty("opt-in")
    OPT_IN,
    /** Regulation 22(3A), for charities only. */
    @JsonProperty("soft-opt-in")
    SOFT_OPT_IN;

    /**
     * The words beside the box. Under regulation 22(3A)(c) whoever is asked must be told, there and then, how to refuse, and
     * that they can at each message: the platform says so, and not each organisation as it likes.
     *
     * @param wording the organisation's own
     * @param language of the wording
     */
    public String shown(String wording, String language) {
        if (this == OPT_IN) {
            return wording;
        }
        return wording + " " + Language.of(language).say("consent.soft-opt-in");
    }

    public static ConsentMode of(LegalType type) {
        return switch (type) {
            case CHARITY -> SOFT_OPT_IN;
            case TRADE_UNION, COMPANY, INFORMAL_GROUP, PARTY -> OPT_IN;
        };
    }
}
