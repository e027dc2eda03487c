package org.centrallobby.letter.letter;

import static org.centrallobby.letter.letter.LetterState.AWAITING_CONFIRMATION;
import static org.centrallobby.letter.letter.LetterState.AWAITING_SENDER;
import static org.centrallobby.letter.letter.LetterState.BOUNCED;
import static org.centrallobby.letter.letter.LetterState.CONFIRMED;
import static org.centrallobby.letter.letter.LetterState.DEFERRED;
import static org.centrallobby.letter.letter.LetterState.FAILED;
import static org.centrallobby.letter.letter.LetterState.HELD;
import static org.centrallobby.letter.letter.LetterState.LAPSED;
import static org.centrallobby.letter.letter.LetterState.QUEUED;
import static org.centrallobby.letter.letter.LetterState.RECALLED;
import static org.centrallobby.letter.letter.LetterState.SENT;
import static org.centrallobby.letter.letter.LetterState.SENT_BY_WRITER;
import static org.centrallobby.letter.letter.LetterState.SETTLED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every step a letter may take and what it announces. What is not here does not happen: a report that comes late or twice
 * asks for a step that is not in the table, and changes nothing. Steps go forward only, so that reports lead to the same
 * end in whatever order they come.
 */
final class LetterLifecycle {
    private static final List<Step> STEPS = List.of(
            new Step(null, AWAITING_CONFIRMATION, "written"),
            new Step(null, AWAITING_SENDER, "written"),
            new Step(AWAITING_SENDER, SENT_BY_WRITER, "sent-by-writer"),
            new Step(AWAITING_SENDER, LAPSED, "lapsed"),
            // A copy came after the writer had said so.
            new Step(SENT_BY_WRITER, SENT_BY_WRITER, "sent-by-writer"),
            // The same person has confirmed another letter, which counts in its place.
            new Step(SENT_BY_WRITER, RECALLED, "recalled"),
            new Step(AWAITING_CONFIRMATION, CONFIRMED, "confirmed"),
            new Step(AWAITING_CONFIRMATION, LAPSED, "lapsed"),
            new Step(CONFIRMED, HELD, "held"),
            new Step(HELD, CONFIRMED, "confirmed"),
            new Step(HELD, RECALLED, "recalled"),
            new Step(HELD, FAILED, "failed"),
            new Step(CONFIRMED, QUEUED, "queued"),
            new Step(CONFIRMED, DEFERRED, "deferred"),
            new Step(CONFIRMED, SENT, "sent"),
            new Step(CONFIRMED, SETTLED, "settled"),
            new Step(CONFIRMED, BOUNCED, "bounced"),
            new Step(CONFIRMED, FAILED, "failed"),
            new Step(CONFIRMED, RECALLED, "recalled"),
            new Step(QUEUED, DEFERRED, "deferred"),
            new Step(QUEUED, SENT, "sent"),
            new Step(QUEUED, SETTLED, "settled"),
            new Step(QUEUED, BOUNCED, "bounced"),
            new Step(QUEUED, FAILED, "failed"),
            new Step(QUEUED, RECALLED, "recalled"),
            new Step(DEFERRED, SENT, "sent"),
            new Step(DEFERRED, SETTLED, "settled"),
            new Step(DEFERRED, BOUNCED, "bounced"),
            new Step(DEFERRED, FAILED, "failed"),
            new Step(DEFERRED, RECALLED, "recalled"),
            new Step(SENT, SETTLED, "settled"),
            new Step(SENT, BOUNCED, "bounced"),
            // A mail can come back after days.
            new Step(SETTLED, BOUNCED, "bounced"));

    /** Every state that waits for somebody, how long, and what it falls to when nobody comes. */
    private static final Map<LetterState, Deadline> DEADLINES = Map.of(
            AWAITING_CONFIRMATION, new Deadline(Duration.ofDays(7), LAPSED),
            AWAITING_SENDER, new Deadline(Duration.ofDays(7), LAPSED),
            // Longer than a by-election or a dissolution takes.
            HELD, new Deadline(Duration.ofDays(120), FAILED),
            // A mail is given up after 7 days; the rest is time for the report of it.
            CONFIRMED, new Deadline(Duration.ofDays(8), FAILED),
            QUEUED, new Deadline(Duration.ofDays(8), FAILED),
            DEFERRED, new Deadline(Duration.ofDays(8), FAILED),
            // What comes back mostly does so within two days.
            SENT, new Deadline(Duration.ofHours(48), SETTLED));

    /** The step to a state; {@code from} is null for a letter that is just being written. */
    record Step(@Nullable LetterState from, LetterState to, String announces) {
        /** The CloudEvents type of what the step announces. */
        String eventType() {
            return "org.centrallobby.letter.%s.v1".formatted(announces);
        }
    }

    /** @param fallsTo what becomes of a letter that is still in the state after that time */
    record Deadline(Duration after, LetterState fallsTo) {}

    private LetterLifecycle() {}

    /** The step between two states; empty where there is none. */
    static Optional<Step> step(@Nullable LetterState from, LetterState to) {
        return STEPS.stream().filter(step -> step.from == from && step.to == to).findFirst();
    }

    /**
     * The state to which a report of the mail leads. A mail that was sent may come back for now and be offered again: the
     * letter stays sent meanwhile, as nobody is to do anything about it, and has come back if the mail then fails.
     */
    static LetterState meant(LetterState from, LetterState reported) {
        var wasSent = from == SENT || from == SETTLED;
        return wasSent && reported == FAILED ? BOUNCED : reported;
    }

    static Optional<Deadline> deadline(LetterState state) {
        return Optional.ofNullable(DEADLINES.get(state));
    }

    /** When a letter falls that waits in that state since then. */
    static Instant end(LetterState waiting, Instant since) {
        return since.plus(deadline(waiting).orElseThrow().after());
    }

    /** Whether nothing is waited for any more. */
    static boolean isFinal(LetterState state) {
        return !DEADLINES.containsKey(state);
    }
}
