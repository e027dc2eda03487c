package org.centrallobby.letter.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.centrallobby.letter.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class JobsTest {
    /** Its own round is hours away. */
    private static final Job JOB = Job.AUDIT_FORGETTING;

    @Inject
    Jobs jobs;

    private final Set<UUID> waiting =
            new LinkedHashSet<>(Stream.generate(UUID::randomUUID).limit(250).toList());
    private final List<UUID> inOrder = List.copyOf(waiting);
    private final List<UUID> tried = new ArrayList<>();

    @Test
    void piecesThatFailKeepNoOtherFromBeingDoneAndAreTriedOnceMoreInEachRound() {
        var broken = Set.of(inOrder.get(0), inOrder.get(1), inOrder.get(120));

        jobs.each(JOB, this::due, piece -> work(piece, broken));

        assertThat(waiting).isEqualTo(broken);
        assertThat(tried).filteredOn(inOrder.get(120)::equals).hasSizeLessThanOrEqualTo(2);
        tried.clear();
        jobs.each(JOB, this::due, this::done);
        assertThat(tried).containsExactlyInAnyOrderElementsOf(broken);
        assertThat(waiting).isEmpty();
    }

    @Test
    void whereEverythingFailsTheRoundEnds() {
        jobs.each(JOB, this::due, piece -> work(piece, waiting));

        assertThat(waiting).hasSize(250);
        assertThat(tried).hasSizeLessThanOrEqualTo(2 * 250);
    }

    @Test
    void aJobWhosePiecesCannotEvenBeFoundEndsAndItsCallerGoesOn() {
        jobs.each(JOB, limit -> fail(), this::done);
        jobs.run(JOB, limit -> {
            throw new IllegalStateException("no database");
        });

        jobs.each(JOB, this::due, this::done);
        assertThat(waiting).isEmpty();
    }

    private List<UUID> due(int limit) {
        return waiting.stream().limit(limit).toList();
    }

    private void work(UUID piece, Set<UUID> broken) {
        if (broken.contains(piece)) {
            tried.add(piece);
            throw new IllegalStateException("a piece that fails");
        }
        done(piece);
    }

    private void done(UUID piece) {
        tried.add(piece);
        waiting.remove(piece);
    }

    private static List<UUID> fail() {
        throw new IllegalStateException("no database");
    }
}
