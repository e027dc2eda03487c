package org.centrallobby.mail.queue;

import java.time.Duration;
import org.centrallobby.mail.report.Reason;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.Reply;
import org.jspecify.annotations.Nullable;

/**
 * How a mail leaves its sender's hands.
 *
 * @param pause until it may go again, where it goes back in line
 * @param reply what the relay said, or why it was not asked
 * @param attempt how the attempt went; null where there was none
 */
record Step(
        Claimed mail,
        MailState to,
        Duration pause,
        @Nullable Reply reply,
        @Nullable Tried attempt) {
    Step {
        if (!MailLifecycle.allows(MailState.SENDING, to)) {
            throw new IllegalArgumentException("A mail that is being sent cannot become " + to);
        }
    }

    /** An attempt, which relay it was made with, how long it took, and its place in a trace. */
    record Tried(
            Delivery delivery,
            String relay,
            Duration took,
            @Nullable String traceparent) {}

    /** The work that the step tells of: the attempt, or else whoever asked for the mail. */
    @Nullable String traceparent() {
        return attempt == null ? mail.content().traceparent() : attempt.traceparent();
    }

    /** How many attempts there are with this one. */
    int attempts() {
        return mail.attempts() + (attempt == null ? 0 : 1);
    }

    /** Why it ended, where no server's answer says so: a mail that fails without an attempt has run out of time. */
    @Nullable Reason reason() {
        var reason = MailLifecycle.reason(to, mail.perhapsSent());
        return reason == null && to == MailState.FAILED && attempt == null ? Reason.EXPIRED : reason;
    }

    /** Whether the relay may have it now. */
    boolean leavesInDoubt() {
        return to == MailState.UNCERTAIN || to == MailState.HELD;
    }
}
