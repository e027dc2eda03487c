package org.centrallobby.mail.queue;

import static org.centrallobby.mail.queue.MailState.DEFERRED;
import static org.centrallobby.mail.queue.MailState.FAILED;
import static org.centrallobby.mail.queue.MailState.QUEUED;
import static org.centrallobby.mail.queue.MailState.RECALLED;
import static org.centrallobby.mail.queue.MailState.SENDING;
import static org.centrallobby.mail.queue.MailState.SENT;
import static org.centrallobby.mail.queue.MailState.SETTLED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.centrallobby.mail.report.Outcome;

/** The one table of what may follow what, and of what the world is told about it. */
final class MailLifecycle {
    private static final Map<MailState, Set<MailState>> STEPS = new EnumMap<>(Map.of(
            QUEUED, EnumSet.of(SENDING, RECALLED, FAILED),
            // To "sent" where it is to be taken back and the relay may have it.
            DEFERRED, EnumSet.of(SENDING, SENT, RECALLED, FAILED),
            // Back to where it was, where its sender died or could not begin.
            SENDING, EnumSet.of(SENT, DEFERRED, FAILED, RECALLED, QUEUED),
            SENT, EnumSet.of(SETTLED),
            FAILED, EnumSet.noneOf(MailState.class),
            SETTLED, EnumSet.noneOf(MailState.class),
            RECALLED, EnumSet.noneOf(MailState.class)));

    private MailLifecycle() {}

    static boolean allows(MailState from, MailState to) {
        return STEPS.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether nothing follows any more. */
    static boolean isFinal(MailState state) {
        return STEPS.getOrDefault(state, Set.of()).isEmpty();
    }

    /** What is reported when a mail enters the state; nothing while it is only in somebody's hands. */
    static Optional<Outcome> announces(MailState entered) {
        return switch (entered) {
            case QUEUED -> Optional.of(Outcome.QUEUED);
            case DEFERRED -> Optional.of(Outcome.DEFERRED);
            case SENDING -> Optional.empty();
            case SENT -> Optional.of(Outcome.SENT);
            case FAILED -> Optional.of(Outcome.FAILED);
            case SETTLED -> Optional.of(Outcome.SETTLED);
            case RECALLED -> Optional.of(Outcome.RECALLED);
        };
    }
}
