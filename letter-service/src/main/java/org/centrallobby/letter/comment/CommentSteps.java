package org.centrallobby.letter.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The only way from one state to the next, for a comment that is locked by the caller's transaction. */
@ApplicationScoped
class CommentSteps {
    private final Comments comments;
    private final Event<CommentStepTaken> observers;
    private final InstantSource clock;

    CommentSteps(Comments comments, Event<CommentStepTaken> observers, InstantSource clock) {
        this.comments = comments;
        this.observers = observers;
        this.clock = clock;
    }

    /** Stores a comment that was just written. */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin(Comment comment) {
        comments.persistAndFlush(comment);
        observers.fire(CommentStepTaken.of(comment, null));
    }

    /**
     * Takes a step if there is such a step from where the comment stands.
     *
     * @param fault why, where it is rejected
     * @return whether it was taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean take(Comment comment, CommentState next, @Nullable CommentFault fault) {
        var before = comment.state();
        if (!CommentLifecycle.allows(before, next)) {
            return false;
        }
        comment.enter(next, fault, now());
        observers.fire(CommentStepTaken.of(comment, before));
        return true;
    }

    /** To the microsecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
