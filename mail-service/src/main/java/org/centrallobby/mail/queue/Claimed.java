package org.centrallobby.mail.queue;

import java.time.Duration;
import java.util.UUID;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a process's hands.
 *
 * @param sender the name under which it was claimed; the process may have taken another since
 * @param claimedAt a reading of {@link System#nanoTime} from before the database was asked
 * @param expired whether its time was over when it was claimed
 * @param suppressed whether its recipient was not written to any more when it was claimed
 * @param attempts how many there were
 * @param recallAsked whether it is to be taken back and not sent
 * @param perhapsSent whether the relay may have it from an earlier attempt
 */
record Claimed(
        UUID sender,
        long claimedAt,
        UUID id,
        MailKind kind,
        UUID organisation,
        UUID campaign,
        long lane,
        String destination,
        boolean expired,
        boolean suppressed,
        int attempts,
        boolean recallAsked,
        boolean perhapsSent,
        @Nullable Reply lastReply,
        Content content) {

    /** Whether it was claimed longer ago than a mail may wait in a process. */
    boolean isStale(Duration validity) {
        return System.nanoTime() - claimedAt > validity.toNanos();
    }

    @Override
    public String toString() {
        return "Claimed[%s]".formatted(id);
    }
}
