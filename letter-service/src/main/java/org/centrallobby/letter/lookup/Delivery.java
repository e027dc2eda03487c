package org.centrallobby.letter.lookup;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a member takes letters. */
public enum Delivery {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("post")
    POST,
    @JsonProperty("web-form")
    WEB_FORM,
    /** No way is known. */
    @JsonProperty("none")
    NONE
}
