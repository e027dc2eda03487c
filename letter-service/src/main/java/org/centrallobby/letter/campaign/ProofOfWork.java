package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a letter of the campaign needs a proof of work, which costs its writer's browser a moment and a flood its speed. */
public enum ProofOfWork {
    /** Where many letters come from one place, or very many in all. */
    @JsonProperty("when-busy")
    WHEN_BUSY,
    /** With every letter. Supporters whose browser runs no scripts cannot write then, nor can anybody on the campaign's page here. */
    @JsonProperty("always")
    ALWAYS
}
