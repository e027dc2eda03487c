package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterLifecycleTest {
    private static final Set<LetterState> REPORTED = EnumSet.of(
            LetterState.QUEUED, LetterState.DEFERRED, LetterState.SENT, LetterState.SETTLED, LetterState.BOUNCED);

    @Test
    void everyWaitingStateHasADeadlineAndALegalStepToWhereItFalls() {
        for (var state : LetterState.values()) {
            LetterLifecycle.deadline(state).ifPresent(deadline -> {
                assertThat(deadline.after()).isPositive();
                assertThat(LetterLifecycle.step(state, deadline.fallsTo())).isPresent();
            });
        }
    }

    @Test
    void everyStateIsReachedAndTheFinalOnesAreTheseAlone() {
        assertThat(LetterState.values())
                .allSatisfy(state -> assertThat(Arrays.stream(LetterState.values())
                                        .anyMatch(from -> LetterLifecycle.step(from, state)
                                                .isPresent())
                                || LetterLifecycle.step(null, state).isPresent())
                        .isTrue());
        assertThat(LetterState.values())
                .filteredOn(LetterLifecycle::isFinal)
                .containsExactlyInAnyOrder(
                        LetterState.SETTLED,
                        LetterState.SENT_BY_WRITER,
                        LetterState.LAPSED,
                        LetterState.RECALLED,
                        LetterState.BOUNCED,
                        LetterState.FAILED);
    }

    @Test
    void nothingLeavesAFinalStateButALetterThatComesBackLateOrIsFollowedByACopyOrByASurerOne() {
        for (var state : LetterState.values()) {
            for (var next : LetterState.values()) {
                if (LetterLifecycle.isFinal(state)) {
                    assertThat(LetterLifecycle.step(state, next).isPresent())
                            .as("%s to %s", state, next)
                            .isEqualTo(state == LetterState.SETTLED && next == LetterState.BOUNCED
                                    || state == LetterState.SENT_BY_WRITER
                                            && (next == LetterState.SENT_BY_WRITER || next == LetterState.RECALLED));
                }
            }
        }
    }

    @Test
    void onlyTheWriterConfirms() {
        assertThat(LetterState.values())
                .filteredOn(from ->
                        LetterLifecycle.step(from, LetterState.CONFIRMED).isPresent())
                .containsExactlyInAnyOrder(LetterState.AWAITING_CONFIRMATION, LetterState.HELD);
        assertThat(LetterState.values())
                .filteredOn(next -> LetterLifecycle.step(LetterState.AWAITING_CONFIRMATION, next)
                        .isPresent())
                .containsExactlyInAnyOrder(LetterState.CONFIRMED, LetterState.LAPSED);
    }

    @Test
    void whatItsWriterSendsIsSentByNobodyElse() {
        assertThat(LetterState.values())
                .filteredOn(next ->
                        LetterLifecycle.step(LetterState.AWAITING_SENDER, next).isPresent())
                .containsExactlyInAnyOrder(LetterState.SENT_BY_WRITER, LetterState.LAPSED);
        assertThat(LetterState.values())
                .filteredOn(from ->
                        LetterLifecycle.step(from, LetterState.SENT_BY_WRITER).isPresent())
                .containsExactlyInAnyOrder(LetterState.AWAITING_SENDER, LetterState.SENT_BY_WRITER);
        assertThat(LetterLifecycle.step(null, LetterState.AWAITING_SENDER))
                .hasValueSatisfying(
                        step -> assertThat(step.eventType()).isEqualTo("org.centrallobby.letter.written.v1"));
    }

    @Test
    void reportsLeadToTheSameEndInWhateverOrderAndHoweverOftenTheyCome() {
        var random = new Random(20261123);
        for (var round = 0; round < 2_000; round++) {
            var reports = new ArrayList<>(
                    REPORTED.stream().filter(state -> random.nextBoolean()).toList());
            if (reports.isEmpty()) {
                continue;
            }
            var end = Collections.max(reports);
            var expected = reports.contains(LetterState.BOUNCED) ? LetterState.BOUNCED : end;
            reports.addAll(List.copyOf(reports).subList(0, random.nextInt(reports.size() + 1)));
            Collections.shuffle(reports, random);

            assertThat(after(reports)).as("%s", reports).isEqualTo(expected);
        }
    }

    @Test
    void aMailThatComesBackForNowLeavesItsLetterSentUntilItComesBackForGood() {
        assertThat(LetterLifecycle.step(LetterState.SENT, LetterState.DEFERRED)).isEmpty();
        assertThat(LetterLifecycle.step(LetterState.SETTLED, LetterState.DEFERRED))
                .isEmpty();

        assertThat(LetterLifecycle.meant(LetterState.SENT, LetterState.FAILED)).isEqualTo(LetterState.BOUNCED);
        assertThat(LetterLifecycle.meant(LetterState.SETTLED, LetterState.FAILED))
                .isEqualTo(LetterState.BOUNCED);
        assertThat(LetterState.values())
                .filteredOn(state -> state != LetterState.SENT && state != LetterState.SETTLED)
                .allSatisfy(state -> assertThat(LetterLifecycle.meant(state, LetterState.FAILED))
                        .isEqualTo(LetterState.FAILED));
    }

    @Test
    void aStepIsAnnouncedUnderTheNameOfItsState() {
        assertThat(LetterLifecycle.step(LetterState.QUEUED, LetterState.SENT))
                .hasValueSatisfying(step -> assertThat(step.eventType()).isEqualTo("org.centrallobby.letter.sent.v1"));
        assertThat(LetterLifecycle.step(null, LetterState.AWAITING_CONFIRMATION))
                .hasValueSatisfying(
                        step -> assertThat(step.eventType()).isEqualTo("org.centrallobby.letter.written.v1"));
    }

    private static LetterState after(List<LetterState> reports) {
        var state = LetterState.CONFIRMED;
        for (var report : reports) {
            if (LetterLifecycle.step(state, report).isPresent()) {
                state = report;
            }
        }
        return state;
    }
}
