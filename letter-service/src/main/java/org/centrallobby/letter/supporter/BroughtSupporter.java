package org.centrallobby.letter.supporter;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody whom another system knows, and why the organisation may write to them.
 *
 * @param identifiers what other systems call them, each {@code system:id}
 * @param wording the words they agreed to
 * @param source where they did, for instance {@code Sign-up sheet, Ludlow fair}
 * @param consentedAt when they did, to the microsecond
 */
public record BroughtSupporter(
        Set<String> identifiers,
        String givenName,
        String familyName,
        EmailAddress email,
        String wording,
        String source,
        Instant consentedAt) {
    String name() {
        return (givenName + " " + familyName).strip();
    }

    @Override
    public String toString() {
        return "BroughtSupporter[***]";
    }
}
