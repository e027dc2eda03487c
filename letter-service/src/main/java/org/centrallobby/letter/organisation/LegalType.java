package org.centrallobby.letter.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an organisation is in law; its way of asking for consent follows from it. */
public enum LegalType {
    @JsonProperty("charity")
    CHARITY,
    @JsonProperty("trade-union")
    TRADE_UNION,
    @JsonProperty("company")
    COMPANY,
    @JsonProperty("informal-group")
    INFORMAL_GROUP,
    @JsonProperty("party")
    PARTY
}
