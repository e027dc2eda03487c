package org.centrallobby.letter.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.letter.LetterForgotten;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.privacy.Holding;
import org.centrallobby.letter.privacy.HoldsPersonalData;
import org.centrallobby.letter.privacy.Subject;
import org.jspecify.annotations.Nullable;

/** Tells and forgets comments. Whose a comment is, its letter alone knows: it is forgotten with that. */
@ApplicationScoped
class HeldComments implements HoldsPersonalData {
    private final Comments comments;
    private final CommentSteps steps;
    private final Duration kept;

    HeldComments(Comments comments, CommentSteps steps, RetentionConfig retention) {
        this.comments = comments;
        this.steps = steps;
        this.kept = retention.removedComment();
    }

    /** What somebody said in public. */
    record Said(UUID letter, CommentState state, @Nullable String shownName, String text, Instant writtenAt) {
        @Override
        public String toString() {
            return "Said[***]";
        }
    }

    @Override
    public List<Holding> tell(Subject subject) {
        return comments.of(subject).stream().map(this::holding).toList();
    }

    /** Nothing is left to do: see {@link #follow}. */
    @Override
    public int forget(Subject subject, UUID erasure) {
        return 0;
    }

    @Override
    public Map<String, Long> search(Subject subject, Collection<UUID> rows) {
        return Map.of("comment", comments.search(rows));
    }

    /** Comes off the wall, and leaves that there was one. */
    void follow(@Observes LetterForgotten forgotten) {
        comments.lockedOfLetter(forgotten.letter()).ifPresent(comment -> {
            steps.take(comment, CommentState.WITHDRAWN, null);
            comment.erase();
        });
    }

    private Holding holding(Comment comment) {
        var isOff = comment.state() == CommentState.REJECTED || comment.state() == CommentState.WITHDRAWN;
        return new Holding(
                "comment",
                comment.id(),
                comment.campaign(),
                comments.writer(comment.letter()),
                null,
                isOff ? comment.stateSince().plus(kept) : null,
                new Said(
                        comment.letter(),
                        comment.state(),
                        comment.shownName(),
                        String.valueOf(comment.text()),
                        comment.writtenAt()));
    }
}
