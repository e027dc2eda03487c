package org.centrallobby.letter.letter;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                "Dear %s,".formatted(parts.salutation()),
                parts.body(),
                signature(parts.name(), parts.address(), parts.postcode()),
                footer(parts));
    }

    /** The whole letter as it is sent, lines ended by LF. */
    String text() {
        return String.join("\n\n", greeting, body, signature, footer) + "\n";
    }

    private static String signature(String name, @Nullable String address, String postcode) {
        return "Yours sincerely,\n\n"
                + Stream.of(name, address, postcode)
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining("\n"));
    }

    private static String footer(LetterParts parts) {
        return switch (parts.way()) {
            case PLATFORM -> carried(parts);
            case OWN_MAILBOX -> sentByWriter(parts);
        };
    }

    private static String carried(LetterParts parts) {
        return """
                %s
                %s wrote this letter, read it in full and confirmed their email address before it was sent.
                Central Lobby carried it for %s, as part of the campaign "%s".
                Your reply goes to the writer alone. About the campaign: %s
                """.formatted(DELIMITER, parts.name(), parts.organisation(), parts.campaign(), parts.campaignUrl())
                .stripTrailing();
    }

    private static String sentByWriter(LetterParts parts) {
        return """
                %s
                %s wrote this letter and sent it from their own mailbox, as part of the campaign "%s"
                by %s, on Central Lobby. About the campaign: %s
                """.formatted(DELIMITER, parts.name(), parts.campaign(), parts.organisation(), parts.campaignUrl())
                .stripTrailing();
    }

    @Override
    public String toString() {
        return "LetterText[***]";
    }
}
