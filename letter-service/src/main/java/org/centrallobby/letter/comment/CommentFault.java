package org.centrallobby.letter.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may be wrong with a comment, in the eyes of a reader or of whoever decides about it. */
public enum CommentFault {
    /** Insults or threatens somebody. */
    @JsonProperty("abusive")
    ABUSIVE("It insults or threatens somebody"),
    /** Against people for what they are. */
    @JsonProperty("hateful")
    HATEFUL("It is against people for what they are"),
    /** Tells of somebody what is nobody's business. */
    @JsonProperty("private-details")
    PRIVATE_DETAILS("It gives private details of somebody"),
    @JsonProperty("illegal")
    ILLEGAL("It is against the law"),
    @JsonProperty("spam")
    SPAM("It advertises something"),
    @JsonProperty("off-topic")
    OFF_TOPIC("It has nothing to do with the campaign"),
    @JsonProperty("other")
    OTHER("Something else is wrong with it");

    private final String words;

    CommentFault(String words) {
        this.words = words;
    }

    /** As pages say it, without a full stop. */
    public String words() {
        return words;
    }
}
