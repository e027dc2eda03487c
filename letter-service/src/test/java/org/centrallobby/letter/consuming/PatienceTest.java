package org.centrallobby.letter.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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
        done(() -> failOnce(new PersistenceException(new SQLException("away", state))));

        assertThat(tries).hasValue(2);
    }

    @Test
    void triesAgainWhileThePoolHasNoConnection() {
        done(() -> failOnce(new RuntimeException(new SQLException("acquisition timeout"))));

        assertThat(tries).hasValue(2);
    }

    @Test
    void waitsForAVersionThatFitsTheSchema() {
        done(() -> failOnce(new PersistenceException(new SQLException("column does not exist", "42703"))));

        assertThat(tries).hasValue(2);
    }

    @ParameterizedTest
    // Data of the wrong form, a broken constraint.
    @ValueSource(strings = {"22001", "23514"})
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

    @Test
    void neitherTakesNorRefusesWhatFailsWhileTheServiceStops() {
        var taken = new AtomicBoolean();

        // What the work needs is closed already, which says nothing about the record.
        patience.untilDone(() -> {
                    patience.stop(new ShutdownEvent());
                    throw new IllegalStateException("EntityManagerFactory is closed");
                })
                .subscribe()
                .with(done -> taken.set(true));
        patience.untilDone(tries::incrementAndGet).subscribe().with(done -> taken.set(true));

        assertThat(taken).isFalse();
        assertThat(tries).hasValue(0);
    }

    private void done(Runnable work) {
        patience.untilDone(work).await().atMost(Duration.ofSeconds(10));
    }

    private void failOnce(RuntimeException failure) {
        if (tries.incrementAndGet() == 1) {
            throw failure;
        }
    }
}
