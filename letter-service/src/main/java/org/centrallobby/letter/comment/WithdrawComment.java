package org.centrallobby.letter.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param token that with which the comment was written, or the other one of the same letter */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(example = """
        {"token": "q3Zr0mC1yWwq8kL0b2pS7nJd4fHt6vXa9eUg5iRoTzM"}\
        """)
record WithdrawComment(@Nullable String token) {
    @Override
    public String toString() {
        return "WithdrawComment[***]";
    }
}
