package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of its writer's name a comment shows. */
public enum CommentNames {
    /** For instance Gwen H. */
    @JsonProperty("first-and-initial")
    FIRST_AND_INITIAL,
    /** For instance Gwen. */
    @JsonProperty("first")
    FIRST
}
