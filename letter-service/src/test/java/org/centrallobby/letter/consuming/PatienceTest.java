package org.centrallobby.letter.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    private final Patience patience = new Patience();
    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    // Connection lost, server shutting down, serialisation failure, disk full, read-only.
    @ValueSource(strings = {"08006", "57P01", "40001", "53100", "25006"})
    void triesAgainWhileTheDatabaseIsInTrouble(String state) {
        patience.untilDone(() -> failOnce(new PersistenceException(new SQLException("away", state))));

        assertThat(tries).hasValue(2);
    }

    @Test
    void triesAgainWhileThePoolHasNoConnection() {
        patience.untilDone(() -> failOnce(new RuntimeException(new SQLException("acquisition timeout"))));

        assertThat(tries).hasValue(2);
    }

    @ParameterizedTest
    // Data of the wrong form, a broken constraint, a statement that is wrong.
    @ValueSource(strings = {"22001", "23514", "42703"})
    void givesUpOnWhatNoWaitMends(String state) {
        assertThatThrownBy(() ->
                        patience.untilDone(() -> failOnce(new PersistenceException(new SQLException("bad", state)))))
                .isInstanceOf(PersistenceException.class);

        assertThat(tries).hasValue(1);
    }

    @Test
    void givesUpOnAFaultOfOurOwn() {
        assertThatThrownBy(() -> patience.untilDone(() -> failOnce(new IllegalStateException("bug"))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tries).hasValue(1);
    }

    private void failOnce(RuntimeException failure) {
        if (tries.incrementAndGet() == 1) {
            throw failure;
        }
    }
}
