package org.centrallobby.letter.confirmation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param token of the link in the confirmation mail, or of the letter's private page */
@Schema(example = "{\"token\": \"Yk3n0m2Jw8c5vT1rQ7xZp4sL6dF9hB0aE2gU3iO5kNM\"}")
record RecallRequest(@Nullable String token) {
    @Override
    public String toString() {
        return "RecallRequest[***]";
    }
}
