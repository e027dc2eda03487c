package org.centrallobby.mail.queue;

import static org.centrallobby.mail.queue.MailState.BOUNCED;
import static org.centrallobby.mail.queue.MailState.CANCELLED;
import static org.centrallobby.mail.queue.MailState.DEFERRED;
import static org.centrallobby.mail.queue.MailState.FAILED;
import static org.centrallobby.mail.queue.MailState.HELD;
import static org.centrallobby.mail.queue.MailState.QUEUED;
import static org.centrallobby.mail.queue.MailState.RECALLED;
import static org.centrallobby.mail.queue.MailState.SENDING;
import static org.centrallobby.mail.queue.MailState.SENT;
import static org.centrallobby.mail.queue.MailState.SETTLED;
import static org.centrallobby.mail.queue.MailState.SUPPRESSED;
import static org.centrallobby.mail.queue.MailState.UNCERTAIN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.report.Reason;
import org.jspecify.annotations.Nullable;

/** The one table of what may follow what, and of what the world is told about it. */
final class MailLifecycle {
    private static final Map<MailState, Set<MailState>> STEPS = new EnumMap<>(Map.ofEntries(
            step(QUEUED, SENDING, RECALLED, FAILED, CANCELLED, SUPPRESSED),
            // To "sent" where it is to be taken back and the relay may have it, or somebody has answered it.
            // To "bounced" where it came back before and is to be tried again.
            step(DEFERRED, SENDING, SENT, BOUNCED, RECALLED, FAILED, CANCELLED, SUPPRESSED),
            // A report of its delivery or of its bounce may come before it is offered again.
            step(UNCERTAIN, SENDING, SENT, DEFERRED, BOUNCED, FAILED, CANCELLED, SUPPRESSED),
            // Back to where it was, where its sender could not begin; to "uncertain" where it died at the wrong moment.
            step(SENDING, SENT, DEFERRED, UNCERTAIN, HELD, FAILED, RECALLED, SUPPRESSED, QUEUED),
            step(HELD, DEFERRED, SENT, BOUNCED, FAILED, CANCELLED),
            // Back in line where the mailbox was full for the moment.
            step(SENT, SETTLED, BOUNCED, DEFERRED),
            // Some servers bounce a mail after days.
            step(SETTLED, BOUNCED),
            step(BOUNCED),
            step(FAILED),
            step(SUPPRESSED),
            step(CANCELLED),
            step(RECALLED)));

    private MailLifecycle() {}

    private static Map.Entry<MailState, Set<MailState>> step(MailState from, MailState... to) {
        var targets = EnumSet.noneOf(MailState.class);
        targets.addAll(Set.of(to));
        return Map.entry(from, targets);
    }

    static boolean allows(MailState from, MailState to) {
        return STEPS.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether nothing is done with the mail any more; a late bounce may still be noted. */
    static boolean isFinal(MailState state) {
        return switch (state) {
            case SETTLED, BOUNCED, FAILED, SUPPRESSED, CANCELLED, RECALLED -> true;
            case QUEUED, DEFERRED, UNCERTAIN, SENDING, HELD, SENT -> false;
        };
    }

    /**
     * Why a mail ended in that state, where no server's answer says so; for one whose time was over its writer must say it.
     *
     * @param perhapsSent whether the relay may have it: then nobody may be told that it was not sent, however it ended
     */
    static @Nullable Reason reason(MailState entered, boolean perhapsSent) {
        if (perhapsSent && announces(entered).filter(Outcome.FAILED::equals).isPresent()) {
            return Reason.IN_DOUBT;
        }
        return switch (entered) {
            case SUPPRESSED -> Reason.SUPPRESSED;
            case CANCELLED -> Reason.CANCELLED;
            default -> null;
        };
    }

    /** What is reported when a mail enters the state; nothing while it is only in somebody's hands. */
    static Optional<Outcome> announces(MailState entered) {
        return switch (entered) {
            case QUEUED -> Optional.of(Outcome.QUEUED);
            case DEFERRED, UNCERTAIN, HELD -> Optional.of(Outcome.DEFERRED);
            case SENDING -> Optional.empty();
            case SENT -> Optional.of(Outcome.SENT);
            case SETTLED -> Optional.of(Outcome.SETTLED);
            case BOUNCED -> Optional.of(Outcome.BOUNCED);
            case FAILED, SUPPRESSED, CANCELLED -> Optional.of(Outcome.FAILED);
            case RECALLED -> Optional.of(Outcome.RECALLED);
        };
    }
}
