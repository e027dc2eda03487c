package org.centrallobby.letter.ownmailbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param token of the receipt with which the letter was handed over */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(example = "{\"token\": \"q3Zr0mC1yWwq8kL0b2pS7nJd4fHt6vXa9eUg5iRoTzM\"}")
record SentRequest(@Nullable String token) {
    @Override
    public String toString() {
        return "SentRequest[***]";
    }
}
