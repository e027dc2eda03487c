package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Lease lease = new Lease(Duration.ofSeconds(30), nanos::get);

    @Test
    void nothingIsHeldBeforeTheDatabaseKnows() {
        assertThat(lease.holds(lease.sender())).isFalse();
    }

    @Test
    void itHoldsForItsLengthFromBeforeTheRenewal() {
        lease.renew(sender -> passes(Duration.ofSeconds(10)));
        assertThat(lease.holds(lease.sender())).isTrue();

        passes(Duration.ofSeconds(20).minusNanos(1));
        assertThat(lease.holds(lease.sender())).isTrue();

        passes(Duration.ofNanos(1));
        assertThat(lease.holds(lease.sender())).isFalse();
    }

    @Test
    void renewedInTimeItKeepsItsName() {
        lease.renew(sender -> {});
        var name = lease.sender();
        passes(Duration.ofSeconds(29));

        assertThat(lease.renew(sender -> {})).isTrue();
        assertThat(lease.sender()).isEqualTo(name);
        passes(Duration.ofSeconds(29));
        assertThat(lease.holds(name)).isTrue();
    }

    @Test
    void afterALapseItHasAnotherNameAndTheOldOneHoldsNothing() {
        lease.renew(sender -> {});
        var old = lease.sender();
        passes(Duration.ofSeconds(31));

        assertThat(lease.renew(sender -> {})).isFalse();
        assertThat(lease.sender()).isNotEqualTo(old);
        assertThat(lease.holds(old)).isFalse();
        assertThat(lease.holds(lease.sender())).isTrue();
    }

    @Test
    void aRenewalThatFailsProlongsNothing() {
        lease.renew(sender -> {});
        passes(Duration.ofSeconds(20));
        assertThatThrownBy(() -> lease.renew(sender -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        passes(Duration.ofSeconds(10));

        assertThat(lease.holds(lease.sender())).isFalse();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
