package org.centrallobby.letter.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/**
 * Where a page of a list ended: the id of its last entry. Opaque to callers, and numbered so that its form can change.
 *
 * @param after the next page begins behind this id
 */
public record Cursor(UUID after) {
    private static final String VERSION = "1:";

    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + after).getBytes(StandardCharsets.US_ASCII));
    }

    public static Cursor parse(String encoded) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII);
            if (text.startsWith(VERSION)) {
                return new Cursor(UUID.fromString(text.substring(VERSION.length())));
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as any other cursor that this service did not make.
        }
        throw new Failure(
                ProblemType.BAD_REQUEST, "This cursor is not one of ours. Take it from \"next\" of the page before.");
    }
}
