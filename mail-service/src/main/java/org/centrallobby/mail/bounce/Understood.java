package org.centrallobby.mail.bounce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a mail that came back.
 *
 * @param recipients for whom the original was; empty for an answer
 * @param traces lead to the original
 * @param author who answers; null where it is no answer
 */
record Understood(
        MailClass mailClass,
        List<ReturnedRecipient> recipients,
        Traces traces,
        @Nullable Author author) {
    Understood {
        recipients = List.copyOf(recipients);
    }

    /**
     * Somebody who answers, or whose machine does.
     *
     * @param name as it stands in From; empty where none does
     * @param address null where there is none that can be read
     * @param subject decoded, on one line; empty where there is none
     * @param text the answer as plain text with LF line ends, at most 20,000 characters
     */
    record Author(String name, @Nullable String address, String subject, String text) {
        @Override
        public String toString() {
            return "Author[...]";
        }
    }
}
