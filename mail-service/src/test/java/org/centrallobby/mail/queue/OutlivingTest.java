package org.centrallobby.mail.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.pacing.Brake;
import org.centrallobby.mail.pacing.Pauses;
import org.centrallobby.mail.pacing.Turnstile;
import org.centrallobby.mail.pacing.Turnstile.Opening;
import org.centrallobby.mail.smtp.Delivery;
import org.centrallobby.mail.smtp.OutgoingMail;
import org.centrallobby.mail.smtp.Permission;
import org.centrallobby.mail.smtp.Phase;
import org.centrallobby.mail.smtp.Relay;
import org.centrallobby.mail.smtp.RelayConnection;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.smtp.Verdict;
import org.centrallobby.mail.sql.Database;
import org.junit.jupiter.api.Test;

/** The threads of a sender go on after an error: whoever is gone is missed by nobody, and mails wait for it for ever. */
@ServiceTest
class OutlivingTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration VALIDITY = Duration.ofMinutes(5);

    @Inject
    Claims claims;

    @Inject
    Turnstile turnstile;

    @Inject
    Steps steps;

    @Inject
    Senders senders;

    @Inject
    Database database;

    @Inject
    TakeOver takeOver;

    @Inject
    Pauses pauses;

    @Inject
    Brake brake;

    @Inject
    QueueMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Test
    void aWorkerGoesOnWithTheNextMailWhenTheRelayMayBeTriedAgain() throws InterruptedException {
        var nanos = new AtomicLong();
        var gate = new RelayGate("default", 1, Quick.FAST, InstantSource.system(), nanos::get);
        gate.failed(gate.enter(), Reply.none("The relay could not be reached"));
        nanos.addAndGet(Quick.FAST.firstProbe().toNanos());
        var became = new ConcurrentHashMap<UUID, MailState>();
        var ledger = new Ledger(
                (taken, returned, asking, validity) -> {
                    taken.forEach(step -> became.put(step.mail().id(), step.to()));
                    return new Claims.Recorded(
                            Set.of(), asking.stream().map(Claimed::id).collect(Collectors.toSet()));
                },
                VALIDITY,
                mail -> {});
        var lease = new Lease(VALIDITY, System::nanoTime);
        lease.renew(sender -> {});
        var handOver = new HandOver(
                ledger, lease, new RetrySchedule(Quick.FAST, () -> 0.5), brake, metrics, Quick.FAST, VALIDITY);
        var relay = new BrokenRelay();
        var desk = new RelayDesk(relay, gate, handOver, Quick.FAST);
        var first = InHand.mail(lease.sender());
        var second = InHand.mail(lease.sender());
        desk.add(first);
        desk.add(second);
        ledger.start();
        desk.start();

        await().atMost(SOON).until(() -> became.get(first.id()) == MailState.UNCERTAIN);
        assertThat(became).as("they are not all in doubt at once").hasSize(1);
        nanos.addAndGet(Quick.FAST.lastProbe().toNanos());

        await().atMost(SOON).until(() -> became.get(second.id()) == MailState.SENT);
        await().atMost(SOON).until(() -> gate.trouble() == null);
        assertThat(relay.closed)
                .as("what the server expected next is not known")
                .hasPositiveValue();
        desk.stop(System.nanoTime() + SOON.toNanos());
        ledger.close(SOON);
    }

    @Test
    void theLeaseIsRenewedAndMailsAreClaimedAgain() throws InterruptedException {
        var failing = new FailingClaims();
        var sender = new Sender(
                new Sender.SenderParts(failing, takeOver, pauses, brake, metrics, VALIDITY),
                List.of(new BrokenRelay()),
                Quick.FAST,
                InstantSource.system());
        sender.start();
        try {
            await().atMost(SOON).untilAsserted(() -> {
                assertThat(failing.renewals).hasValueGreaterThan(1);
                assertThat(failing.asked).hasValueGreaterThan(1);
            });
        } finally {
            sender.stop(SOON);
        }
    }

    /** Whatever is asked of it first ends in an error. */
    private class FailingClaims extends Claims {
        private final AtomicInteger renewals = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        FailingClaims() {
            super(turnstile, steps, senders, database, registry);
        }

        @Override
        void renew(UUID sender, Duration lease) {
            if (renewals.getAndIncrement() == 0) {
                throw new LinkageError("of a test");
            }
            claims.renew(sender, lease);
        }

        @Override
        List<Dealt> claim(UUID sender, List<Opening> openings) {
            if (asked.getAndIncrement() == 0) {
                throw new StackOverflowError("of a test");
            }
            return List.of();
        }

        @Override
        void releaseAllBut(UUID sender, Collection<UUID> inHand) {
            claims.releaseAllBut(sender, inHand);
        }

        @Override
        void signOff(UUID sender) {
            claims.signOff(sender);
        }
    }

    /** The first mail ends in an error, the others are taken. */
    private static final class BrokenRelay implements Relay {
        private final AtomicInteger sent = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public String name() {
            return "default";
        }

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public int hourlyCeiling() {
            return 0;
        }

        @Override
        public RelayConnection connection() {
            return new RelayConnection() {
                @Override
                public Delivery send(OutgoingMail mail, Permission permission) {
                    if (sent.getAndIncrement() == 0) {
                        throw new StackOverflowError("of a test");
                    }
                    return new Delivery(Verdict.ACCEPTED, Phase.END_OF_DATA, new Reply(250, "2.0.0", "OK"));
                }

                @Override
                public void closeIfIdle() {}

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }
    }
}
