package org.centrallobby.letter.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose doing something was. */
public enum By {
    /** A program of the organisation, with a key. */
    @JsonProperty("key")
    KEY,
    /** The writer of a letter. */
    @JsonProperty("writer")
    WRITER,
    /** The platform's own, or its operator's. */
    @JsonProperty("platform")
    PLATFORM
}
