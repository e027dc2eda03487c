package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who brings a letter to its member. */
public enum Way {
    /** The platform, once its writer has confirmed it. */
    @JsonProperty("platform")
    PLATFORM,
    /** Its writer, from a mailbox of their own. */
    @JsonProperty("own-mailbox")
    OWN_MAILBOX
}
