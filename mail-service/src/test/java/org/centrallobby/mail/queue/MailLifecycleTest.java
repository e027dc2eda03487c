package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.centrallobby.mail.report.Outcome;
import org.centrallobby.mail.report.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailLifecycleTest {
    @ParameterizedTest
    @CsvSource({
        "QUEUED,    SENDING RECALLED FAILED CANCELLED SUPPRESSED, false",
        "DEFERRED,  SENDING SENT BOUNCED RECALLED FAILED CANCELLED SUPPRESSED, false",
        "UNCERTAIN, SENDING SENT DEFERRED BOUNCED FAILED CANCELLED SUPPRESSED, false",
        "SENDING,   QUEUED DEFERRED UNCERTAIN HELD SENT FAILED RECALLED SUPPRESSED, false",
        "HELD,      DEFERRED SENT BOUNCED FAILED CANCELLED, false",
        "SENT,      SETTLED BOUNCED DEFERRED, false",
        "SETTLED,   BOUNCED, true",
        "BOUNCED,   '', true",
        "FAILED,    '', true",
        "SUPPRESSED,'', true",
        "CANCELLED, '', true",
        "RECALLED,  '', true",
    })
    void onlyTheseStepsAreLegal(MailState from, String next, boolean finished) {
        var legal = Arrays.stream(next.split(" "))
                .filter(name -> !name.isEmpty())
                .map(MailState::valueOf)
                .toList();

        assertThat(MailState.values())
                .filteredOn(to -> MailLifecycle.allows(from, to))
                .containsExactlyInAnyOrderElementsOf(legal);
        assertThat(MailLifecycle.isFinal(from)).isEqualTo(finished);
    }

    /** One that came back was not lost in doubt, and one that was taken back is never one of these. */
    @ParameterizedTest
    @CsvSource({
        "FAILED, false, ",
        "FAILED, true, IN_DOUBT",
        "CANCELLED, false, CANCELLED",
        "CANCELLED, true, IN_DOUBT",
        "SUPPRESSED, false, SUPPRESSED",
        "SUPPRESSED, true, IN_DOUBT",
        "BOUNCED, true, ",
        "SENT, true, ",
        "HELD, true, ",
    })
    void whatMayHaveArrivedEndsInDoubt(MailState state, boolean perhapsSent, @Nullable Reason reason) {
        assertThat(MailLifecycle.reason(state, perhapsSent)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "QUEUED, QUEUED",
        "DEFERRED, DEFERRED",
        "UNCERTAIN, DEFERRED",
        "HELD, DEFERRED",
        "SENT, SENT",
        "SETTLED, SETTLED",
        "BOUNCED, BOUNCED",
        "FAILED, FAILED",
        "SUPPRESSED, FAILED",
        "CANCELLED, FAILED",
        "RECALLED, RECALLED"
    })
    void everyStateButTheOneOfWorkIsAnnounced(MailState state, Outcome outcome) {
        assertThat(MailLifecycle.announces(state)).contains(outcome);
        assertThat(MailLifecycle.announces(MailState.SENDING)).isEmpty();
    }
}
