package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailLifecycleTest {
    @ParameterizedTest
    @CsvSource({
        "QUEUED,   SENDING FAILED RECALLED",
        "DEFERRED, SENDING SENT FAILED RECALLED",
        "SENDING,  QUEUED DEFERRED SENT FAILED RECALLED",
        "SENT,     SETTLED",
        "FAILED,   ''",
        "SETTLED,  ''",
        "RECALLED, ''",
    })
    void onlyTheseStepsAreLegal(MailState from, String next) {
        var legal = Arrays.stream(next.split(" "))
                .filter(name -> !name.isEmpty())
                .map(MailState::valueOf)
                .toList();

        assertThat(MailState.values())
                .filteredOn(to -> MailLifecycle.allows(from, to))
                .containsExactlyInAnyOrderElementsOf(legal);
        assertThat(MailLifecycle.isFinal(from)).isEqualTo(legal.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(MailState.class)
    void everyStateButTheOneOfWorkIsAnnouncedByItsName(MailState state) {
        if (state == MailState.SENDING) {
            assertThat(MailLifecycle.announces(state)).isEmpty();
        } else {
            assertThat(MailLifecycle.announces(state))
                    .hasValueSatisfying(outcome -> assertThat(outcome.word()).isEqualTo(state.word()));
        }
    }

    @Test
    void nothingThatWasSentIsEverSentAgain() {
        assertThat(MailState.values())
                .noneMatch(to -> to != MailState.SETTLED && MailLifecycle.allows(MailState.SENT, to));
    }
}
