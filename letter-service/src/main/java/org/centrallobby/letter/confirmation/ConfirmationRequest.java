package org.centrallobby.letter.confirmation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Either the token of the mailed link, or the letter and its code. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(example = """
        {"token": "q3Zr0mC1yWwq8kL0b2pS7nJd4fHt6vXa9eUg5iRoTzM"}\
        """)
record ConfirmationRequest(
        @Nullable String token,
        @Nullable UUID letter,
        @Nullable String code) {
    @Override
    public String toString() {
        return "ConfirmationRequest[***]";
    }
}
