package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centrallobby.letter.letter.LetterState.AWAITING_CONFIRMATION;
import static org.centrallobby.letter.letter.LetterState.AWAITING_SENDER;
import static org.centrallobby.letter.letter.LetterState.BOUNCED;
import static org.centrallobby.letter.letter.LetterState.CONFIRMED;
import static org.centrallobby.letter.letter.LetterState.DEFERRED;
import static org.centrallobby.letter.letter.LetterState.FAILED;
import static org.centrallobby.letter.letter.LetterState.HELD;
import static org.centrallobby.letter.letter.LetterState.QUEUED;
import static org.centrallobby.letter.letter.LetterState.RECALLED;
import static org.centrallobby.letter.letter.LetterState.SENT;
import static org.centrallobby.letter.letter.LetterState.SENT_BY_WRITER;
import static org.centrallobby.letter.letter.LetterState.SETTLED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The table of the lifecycle under whatever is asked of it; a failure is shrunk to the shortest that fails and told with its seed. */
class LetterLifecyclePropertyTest {
    @Property(tries = 20_000)
    void whateverIsAskedOnlyStepsOfTheTableAreTakenAndNoneLeavesAnEndButALateReturn(
            @ForAll("beginning") LetterState start, @ForAll("anything") List<LetterState> asked) {
        var history = walk(start, asked);

        for (var at = 1; at < history.size(); at++) {
            var from = history.get(at - 1);
            var to = history.get(at);
            assertThat(LetterLifecycle.step(from, to)).isPresent();
            assertThat(!LetterLifecycle.isFinal(from)
                            || (from == SETTLED && to == BOUNCED)
                            || (from == SENT_BY_WRITER && (to == SENT_BY_WRITER || to == RECALLED)))
                    .isTrue();
        }
    }

    @Property(tries = 20_000)
    void noStateIsEnteredTwiceButThoseOfALetterThatIsHeldAndReleasedOrCopied(
            @ForAll("beginning") LetterState start, @ForAll("anything") List<LetterState> asked) {
        assertThat(walk(start, asked).stream()
                        .filter(state -> state != CONFIRMED && state != HELD && state != SENT_BY_WRITER))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 20_000)
    void nothingIsSentThatNobodyConfirmed(@ForAll("anything") List<LetterState> asked) {
        var history = walk(AWAITING_CONFIRMATION, asked);

        assertThat(history.contains(SENT) && !history.contains(CONFIRMED)).isFalse();
        assertThat(history.stream().filter(state -> state == SENT || state == RECALLED))
                .as("sent or taken back, never both")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 20_000)
    void whatIsReportedOfAMailLeadsToTheSameEndInWhateverOrderAndHoweverOftenItComes(
            @ForAll("reported") List<LetterState> reports, @ForAll Random random) {
        var shuffled = new ArrayList<>(reports);
        shuffled.addAll(reports.subList(0, random.nextInt(reports.size() + 1)));
        Collections.shuffle(shuffled, random);

        assertThat(walk(CONFIRMED, shuffled).getLast())
                .isEqualTo(walk(CONFIRMED, reports).getLast())
                .isEqualTo(reports.isEmpty() ? CONFIRMED : reports.getLast());
    }

    @Property(tries = 5_000)
    void whatIsToldAgainFromTheBeginningChangesNoEnd(
            @ForAll("sentAgain") List<LetterState> reports, @ForAll Random random) {
        var told = new ArrayList<>(reports.subList(0, random.nextInt(reports.size() + 1)));
        told.addAll(reports);

        assertThat(walk(CONFIRMED, told).getLast())
                .isEqualTo(walk(CONFIRMED, reports).getLast())
                .isEqualTo(reports.getLast() == FAILED ? BOUNCED : reports.getLast());
    }

    @Property(tries = 5_000)
    void aLetterThatNobodyDoesAnythingWithComesToAnEnd(
            @ForAll("beginning") LetterState start, @ForAll("anything") List<LetterState> asked) {
        var state = walk(start, asked).getLast();
        for (var fall = 0; fall < LetterState.values().length; fall++) {
            state = LetterLifecycle.deadline(state)
                    .map(LetterLifecycle.Deadline::fallsTo)
                    .orElse(state);
        }

        assertThat(LetterLifecycle.isFinal(state)).isTrue();
    }

    @Provide
    Arbitrary<LetterState> beginning() {
        return Arbitraries.of(AWAITING_CONFIRMATION, AWAITING_SENDER);
    }

    @Provide
    Arbitrary<List<LetterState>> anything() {
        return Arbitraries.of(LetterState.class).list().ofMaxSize(40);
    }

    /** What the mail-service tells of one mail, in the order in which it happens. */
    @Provide
    Arbitrary<List<LetterState>> reported() {
        return Arbitraries.of(
                List.of(),
                List.of(QUEUED),
                List.of(QUEUED, DEFERRED),
                List.of(QUEUED, DEFERRED, DEFERRED, SENT),
                List.of(QUEUED, SENT, SETTLED),
                List.of(QUEUED, SENT, BOUNCED),
                List.of(QUEUED, DEFERRED, SENT, SETTLED, BOUNCED),
                List.of(QUEUED, DEFERRED, FAILED),
                List.of(QUEUED, FAILED),
                List.of(RECALLED),
                List.of(QUEUED, DEFERRED, RECALLED));
    }

    /** The same of a mail that came back for now and was offered again, in the order that Kafka keeps. */
    @Provide
    Arbitrary<List<LetterState>> sentAgain() {
        return Arbitraries.of(
                List.of(QUEUED, SENT, DEFERRED, SENT, SETTLED),
                List.of(QUEUED, DEFERRED, SENT, DEFERRED, DEFERRED, SENT, BOUNCED),
                List.of(QUEUED, SENT, DEFERRED, FAILED),
                List.of(QUEUED, SENT, SETTLED, DEFERRED, FAILED));
    }

    private static List<LetterState> walk(LetterState start, List<LetterState> asked) {
        var history = new ArrayList<>(List.of(start));
        for (var next : asked) {
            var step = LetterLifecycle.step(history.getLast(), LetterLifecycle.meant(history.getLast(), next));
            step.ifPresent(legal -> history.add(legal.to()));
        }
        return history;
    }
}
