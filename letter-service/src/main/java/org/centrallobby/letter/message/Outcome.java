package org.centrallobby.letter.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a rule gives the seats that it speaks of. */
public enum Outcome {
    /** A letter that asks for something. */
    @JsonProperty("letter")
    LETTER,
    /** A letter that thanks an MP who is with the campaign already. */
    @JsonProperty("thanks")
    THANKS,
    /** No letter; the supporter reads why. */
    @JsonProperty("exclude")
    EXCLUDE,
    /** No letter here; the supporter is shown another campaign. */
    @JsonProperty("redirect")
    REDIRECT
}
