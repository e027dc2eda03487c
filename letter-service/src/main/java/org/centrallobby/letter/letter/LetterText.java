package org.centrallobby.letter.letter;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter as the member reads it. The supporter's words are put in as they are and mean nothing to any engine.
 *
 * @param body what the supporter wants to say
 * @param signature name, address and postcode, which show that the writer is a constituent
 * @param footer who carried the letter and for whom
 */
record LetterText(String subject, String greeting, String body, String signature, String footer) {
    /** Ends a message's text by convention; mail programs set apart what follows. */
    private static final String DELIMITER = "-- ";

    static LetterText of(LetterParts parts) {
        return new LetterText(
                parts.subject(),
                parts.language().say("letter.greeting", "salutation", parts.salutation()),
                parts.body(),
                signature(parts),
                footer(parts));
    }

    /** The whole letter as it is sent, lines ended by LF. */
    String text() {
        return String.join("\n\n", greeting, body, signature, footer) + "\n";
    }

    private static String signature(LetterParts parts) {
        return parts.language().say("letter.close") + "\n\n"
                + Stream.of(parts.name(), parts.address(), parts.postcode())
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    private static String footer(LetterParts parts) {
        var words = switch (parts.way()) {
            case PLATFORM -> "letter.footer";
            case OWN_MAILBOX -> "letter.footer.own-mailbox";
        };
        return DELIMITER + "\n"
                + parts.language()
                        .say(
                                words,
                                Map.of(
                                        "name", parts.name(),
                                        "organisation", parts.organisation(),
                                        "campaign", parts.campaign(),
                                        "url", parts.campaignUrl()));
    }

    @Override
    public String toString() {
        return "LetterText[***]";
    }
}
