package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.centrallobby.mail.identity.Identities;
import org.centrallobby.mail.identity.ReturnAddresses.Returned;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;

class ConversationTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @SuppressWarnings("NullAway")
    private final Copies copies = new Copies(Identities.copyAddresses(), null, metrics);

    @Test
    @SuppressWarnings("NullAway")
    void whileNothingCanBeKeptTheSenderIsToldToComeAgain() {
        var broken = new IncomingMails(null, null) {
            @Override
            void keep(Iterable<Returned> addressed, byte[] message) {
                throw new IllegalStateException("the database is away");
            }
        };
        var conversation = new Conversation(null, broken, copies, new Limits(), metrics);

        assertThatThrownBy(() -> conversation.data(new ByteArrayInputStream(new byte[10])))
                .isInstanceOfSatisfying(RejectException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(451);
                    assertThat(refusal.getErrorResponse()).doesNotContain("database");
                });
        assertThat(metrics.counter("bounce.not.kept").count()).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("NullAway")
    void ofALongMessageTheBeginningIsKept() throws Exception {
        var kept = new ArrayList<byte[]>();
        var incoming = new IncomingMails(null, null) {
            @Override
            void keep(Iterable<Returned> addressed, byte[] message) {
                kept.add(message);
            }
        };

        assertThat(new Conversation(null, incoming, copies, new Limits(), metrics)
                        .data(new ByteArrayInputStream(new byte[50_000])))
                .startsWith("2.0.0");
        assertThat(kept)
                .singleElement()
                .satisfies(message -> assertThat(message).hasSize(10_000));
    }

    @Test
    @SuppressWarnings("NullAway")
    void whileTooMuchWaitsTheSenderIsToldToComeAgain() throws Exception {
        var waiting = new AtomicInteger(4);
        var incoming = new IncomingMails(null, null) {
            @Override
            boolean isFull(int most) {
                return waiting.incrementAndGet() > most;
            }
        };
        var addresses = Identities.returnAddresses();
        var recipient =
                addresses.bounce(UUID.randomUUID(), "bounces.lobby.example").wire();
        var conversation = new Conversation(new Attribution(addresses), incoming, copies, new Limits(), metrics);

        conversation.recipient(recipient);
        assertThatThrownBy(() -> conversation.recipient(recipient))
                .isInstanceOfSatisfying(RejectException.class, refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(452);
                    assertThat(refusal.getErrorResponse()).contains("4.3.1");
                });
    }

    private record Limits() implements BounceConfig.Smtp {
        @Override
        public OptionalInt port() {
            return OptionalInt.empty();
        }

        @Override
        public String host() {
            return "127.0.0.1";
        }

        @Override
        public String hostName() {
            return "bounces.lobby.example";
        }

        @Override
        public MemorySize maxSize() {
            return new MemorySize(BigInteger.valueOf(100_000));
        }

        @Override
        public MemorySize keepSize() {
            return new MemorySize(BigInteger.valueOf(10_000));
        }

        @Override
        public int mostWaiting() {
            return 5;
        }

        @Override
        public int connections() {
            return 1;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration session() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Optional<String> tlsConfiguration() {
            return Optional.empty();
        }
    }
}
