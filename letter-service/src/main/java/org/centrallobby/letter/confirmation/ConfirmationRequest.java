package org.centrallobby.letter.confirmation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Either the token of the mailed link, or the letter and its code. */
record ConfirmationRequest(
        @Nullable String token,
        @Nullable UUID letter,
        @Nullable String code) {
    @Override
    public String toString() {
        return "ConfirmationRequest[***]";
    }
}
