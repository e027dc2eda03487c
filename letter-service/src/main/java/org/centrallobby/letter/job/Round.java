package org.centrallobby.letter.job;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One run of a job whose pieces are done one by one, and which of them have failed in it. */
final class Round {
    /** Beyond so many it is not the pieces that are at fault. */
    private static final int MOST_FAILED = 1_000;

    private final IntFunction<List<UUID>> due;
    private final Consumer<UUID> work;
    private final SequencedSet<UUID> failed = new LinkedHashSet<>();
    private List<UUID> found = List.of();
    private @Nullable RuntimeException firstFailure;

    Round(IntFunction<List<UUID>> due, Consumer<UUID> work) {
        this.due = due;
        this.work = work;
    }

    /** Nothing is found yet. */
    void begin() {
        found = List.of();
    }

    /** Does up to so many pieces that have not failed, and says how many it found. */
    int work(int pieces) {
        found = due.apply(pieces + failed.size()).stream()
                .filter(piece -> !failed.contains(piece))
                .limit(pieces)
                .toList();
        found.forEach(work);
        return found.size();
    }

    /** Whether pieces were found: what failed then was the work, or its commit. */
    boolean isAtWork() {
        return !found.isEmpty();
    }

    /** Leaves the one piece that was found to the next round; false where there are too many such. */
    boolean passesOver(RuntimeException failure) {
        if (failed.size() == MOST_FAILED) {
            return false;
        }
        failed.add(found.getFirst());
        firstFailure = firstFailure == null ? failure : firstFailure;
        return true;
    }

    /** In the order in which they failed. */
    SequencedSet<UUID> failed() {
        return failed;
    }

    Optional<RuntimeException> firstFailure() {
        return Optional.ofNullable(firstFailure);
    }
}
