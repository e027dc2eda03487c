package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.centrallobby.letter.outbox.Outbox;
import org.centrallobby.letter.tracing.Work;
import org.jspecify.annotations.Nullable;

/** The only way from one state to the next: with the step go its entry in the history and its event, or nothing does. */
@ApplicationScoped
class LetterSteps {
    private static final String TOPIC = "letter.letter.v1";
    static final String INVALIDATED = "org.centrallobby.letter.invalidated.v1";

    private final Letters letters;
    private final LetterHistory history;
    private final Outbox outbox;
    private final Event<LetterStepTaken> observers;
    private final Event<LetterInvalidated> invalidations;
    private final InstantSource clock;

    LetterSteps(
            Letters letters,
            LetterHistory history,
            Outbox outbox,
            Event<LetterStepTaken> observers,
            Event<LetterInvalidated> invalidations,
            InstantSource clock) {
        this.letters = letters;
        this.history = history;
        this.outbox = outbox;
        this.observers = observers;
        this.invalidations = invalidations;
        this.clock = clock;
    }

    /** Stores a letter that was just written. */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin(Letter letter) {
        letters.persist(letter);
        announce(letter, LetterLifecycle.step(null, letter.state()).orElseThrow(), null, null);
    }

    /**
     * Takes a step if there is such a step from where the letter stands.
     *
     * @param letter locked by this transaction
     * @param detail why, for the organisation; never anything of the writer's or the relay's own words
     * @return whether it was taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean take(Letter letter, LetterState next, @Nullable String detail) {
        var step = LetterLifecycle.step(letter.state(), next);
        step.ifPresent(legal -> {
            var before = letter.reason();
            letter.enter(next, now(), detail);
            announce(letter, legal, before, detail);
        });
        return step.isPresent();
    }

    /** Announces that a letter was found to be nobody's: no step, but what was built on the letter has to hear of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void announceInvalidation(Letter letter, Instant at) {
        outbox.add(TOPIC, letter.id().toString(), INVALIDATED, LetterEvent.of(letter, at));
        invalidations.fire(LetterInvalidated.of(letter, at));
    }

    /** To the microsecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void announce(
            Letter letter, LetterLifecycle.Step step, @Nullable String detailBefore, @Nullable String detail) {
        history.persist(HistoryEntry.of(letter, detail));
        Work.isAbout("letter", letter.id());
        outbox.add(TOPIC, letter.id().toString(), step.eventType(), LetterEvent.of(letter, letter.stateSince()));
        observers.fire(LetterStepTaken.of(letter, step.from(), detailBefore, detail));
    }
}
