package org.centrallobby.letter.similarity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a letter that is too like others. */
public enum WhenAlike {
    /** It goes its way. */
    @JsonProperty("allow")
    ALLOW,
    /** Once confirmed it waits for a person at the organisation. */
    @JsonProperty("hold")
    HOLD,
    /** It is not taken; its writer is asked for words of their own. */
    @JsonProperty("refuse")
    REFUSE
}
