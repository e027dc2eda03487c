package org.centrallobby.e2e.chaos;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that must not be.
 *
 * @param which ids of letters or mails, numbers of supporters, or names of places
 */
record Finding(Kind kind, List<String> which) {
    private static final int NAMED = 20;

    enum Kind {
        LETTER_LOST("accepted or confirmed, and arrived nowhere, and nobody was told so"),
        MAIL_LOST("a mail to a writer that arrived nowhere, and nobody was told so"),
        LETTER_FORGOTTEN("accepted, and the letter-service does not know the letter"),
        CONFIRMATION_FORGOTTEN("confirmed to its writer, and not confirmed at the letter-service"),
        REQUEST_FORGOTTEN("asked for by the letter-service, and unknown to the mail-service"),
        MAIL_UNASKED("sent by the mail-service, and nobody asked for it"),
        CALLED_SENT("called sent, and never arrived"),
        CALLED_FAILED("arrived, and called failed"),
        CALLED_UNSENT("arrived, and neither sent nor told as doubtful"),
        STATES_DIFFER("the letter-service and the mail-service say different things"),
        UNCONFIRMED_ARRIVED("arrived at an MP's, and its writer never confirmed it"),
        SENT_AS_TWO("arrived at an MP's under two Message-IDs"),
        WRITTEN_TWICE("one writer, and two letters"),
        DOUBLED_UNTOLD("arrived twice, and the service does not tell it as uncertain"),
        ARRIVED_THRICE("arrived more than twice"),
        REFUSED("a supporter was sent away"),
        COUNTED_WRONG("the statistics say something else than the letters"),
        PERSON_LOGGED("a log names a supporter"),
        LEFT_OVER("something waits where nothing should"),
        DATASET_CHANGED("the mp-lookup-service answers otherwise than before");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }
    }

    String text() {
        var more = which.size() > NAMED ? ", ..." : "";
        return "%s (%d): %s: %s%s"
                .formatted(
                        kind,
                        which.size(),
                        kind.meaning,
                        which.stream().limit(NAMED).collect(Collectors.joining(", ")),
                        more);
    }
}
