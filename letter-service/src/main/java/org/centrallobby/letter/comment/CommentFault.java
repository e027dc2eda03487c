package org.centrallobby.letter.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What may be wrong with a comment, in the eyes of a reader or of whoever decides about it. */
public enum CommentFault {
    /** Insults or threatens somebody. */
    @JsonProperty("abusive")
    ABUSIVE,
    /** Against people for what they are. */
    @JsonProperty("hateful")
    HATEFUL,
    /** Tells of somebody what is nobody's business. */
    @JsonProperty("private-details")
    PRIVATE_DETAILS,
    @JsonProperty("illegal")
    ILLEGAL,
    @JsonProperty("spam")
    SPAM,
    @JsonProperty("off-topic")
    OFF_TOPIC,
    @JsonProperty("other")
    OTHER;

    /** The key of the phrase by which pages say it; the phrase has no full stop. */
    public String phrase() {
        return "fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
