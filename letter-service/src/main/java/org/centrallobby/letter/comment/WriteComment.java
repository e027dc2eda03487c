package org.centrallobby.letter.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a supporter hands it in.
 *
 * @param token of their letter's private page, or of the link with which they confirmed it
 * @param text plain text of 1 to 1,000 characters; links in it are shown as text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(example = """
        {"token": "q3Zr0mC1yWwq8kL0b2pS7nJd4fHt6vXa9eUg5iRoTzM", "text": "The library is where my children do their \
        homework."}\
        """)
record WriteComment(@Nullable String token, @Nullable String text) {
    @Override
    public String toString() {
        return "WriteComment[***]";
    }
}
