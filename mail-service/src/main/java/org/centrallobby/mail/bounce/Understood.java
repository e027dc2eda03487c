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

    /** The same, where it is certain that it came for a mail: what a person writes there is an answer. */
    Understood asAnswer() {
        return mailClass == MailClass.UNKNOWN && author != null && author.address() != null && !author.isAnonymous()
                ? new Understood(MailClass.REPLY, recipients, traces, author)
                : this;
    }

    /**
     * Somebody who answers, or whose machine does.
     *
     * @param name as it stands in From; empty where none does
     * @param address null where there is none that can be read
     * @param subject decoded, on one line; empty where there is none
     * @param text the answer as plain text with LF line ends, at most 20,000 characters
     * @param isAnonymous whether it is a system or a list that writes, not somebody
     */
    record Author(String name, @Nullable String address, String subject, String text, boolean isAnonymous) {
        @Override
        public String toString() {
            return "Author[...]";
        }
    }
}
