package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.centrallobby.mail.bounce.Letters.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.mail.identity.ReturnAddresses;
import org.centrallobby.mail.sql.Database;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class ListenerTest {
    @Testbed.Inject
    Broker broker;

    @Inject
    Listener listener;

    @Inject
    ReturnAddresses addresses;

    @Inject
    IncomingMails incoming;

    @Inject
    MeterRegistry metrics;

    @Inject
    Database database;

    @Test
    void whatComesToAReturnAddressIsKeptAndThenWorkedOn() throws IOException {
        var mail = Scene.sent(broker, "copy");
        var recipient = addresses.bounce(mail, "bounces.lobby.example").wire();
        try (var line = new Line(listener.port())) {
            // The report tells nothing of the mail but in its envelope; servers change the case of letters.
            var report = report(
                    "x@lobby.example", Requests.recipient(mail), "failed", "5.1.1", "550 5.1.1 No such user", "X: y");

            assertThat(line.deliver(recipient.toUpperCase(java.util.Locale.ROOT), report))
                    .startsWith("250 2.0.0");
        }

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(Scene.state(mail)).isEqualTo("bounced"));
        assertThat(waiting(mail)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmaster@lobby.example", "ann@elsewhere.example", "%s@bounces.lobby.example"})
    void nobodyElseIsWrittenTo(String recipient) throws IOException {
        var token = addresses.token(Purpose.BOUNCE, UUID.randomUUID());
        var forged = token.substring(0, 20) + (token.charAt(20) == 'a' ? 'e' : 'a') + token.substring(21);
        try (var line = new Line(listener.port())) {
            assertThat(line.deliver(recipient.formatted(forged), new byte[0])).startsWith("550 5.1.1");
        }
    }

    @Test
    void theTokenOfALinkIsNoAddress() throws IOException {
        try (var line = new Line(listener.port())) {
            var token = addresses.token(Purpose.UNSUBSCRIBE, UUID.randomUUID());
            assertThat(line.deliver(token + "@bounces.lobby.example", new byte[0]))
                    .startsWith("550 5.1.1");
        }
    }

    /** It is worked on without a transaction that would be held open meanwhile. */
    @Test
    void aMessageIsOneReadersAloneAndIsRemovedByOne() {
        var mail = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            database.change("""
                    insert into incoming (id, mail, purpose, message, came_at, next_at)
                    values (gen_random_uuid(), ?, 'bounce', 'x', now(), now() - interval '1 day')""", mail);
            var first = Objects.requireNonNull(incoming.due(Duration.ofMinutes(5)));
            assertThat(first.mail()).isEqualTo(mail);
            assertThat(first.attempts()).isEqualTo(1);
            assertThat(incoming.due(Duration.ofMinutes(5))).isNull();
            assertThat(incoming.isFull(1)).isTrue();
            assertThat(incoming.isFull(2)).isFalse();
            assertThat(incoming.remove(first.id())).isTrue();
            assertThat(incoming.remove(first.id())).isFalse();
        });
    }

    /** One that is the end of whoever reads it never comes to be put aside. */
    @Test
    void whatWasBegunTooOftenIsGivenUp() {
        var mail = UUID.randomUUID();
        database.change("""
                insert into incoming (id, mail, purpose, message, came_at, next_at, attempts)
                values (gen_random_uuid(), ?, 'bounce', 'x', now(), now(), 8)""", mail);

        await().atMost(Scene.PATIENCE)
                .untilAsserted(() -> assertThat(waiting(mail)).isZero());
        assertThat(metrics.counter("bounce.given.up").count()).isPositive();
    }

    @Test
    void whatIsTooLargeIsRefusedAndNotKept() throws IOException {
        var mail = UUID.randomUUID();
        var large = new byte[3_000_000];
        Arrays.fill(large, (byte) 'x');
        for (var index = 70; index < large.length; index += 72) {
            large[index] = '\r';
            large[index + 1] = '\n';
        }
        try (var line = new Line(listener.port())) {
            assertThat(line.deliver(
                            addresses.bounce(mail, "bounces.lobby.example").wire(), large))
                    .startsWith("552");
        }
        assertThat(waiting(mail)).isZero();
    }

    @Test
    void garbageIsAnsweredAndHarmsNobodyElse() throws IOException {
        var random = new Random(5);
        for (var attempt = 0; attempt < 20; attempt++) {
            try (var line = new Line(listener.port())) {
                var garbage = new byte[2000];
                random.nextBytes(garbage);
                line.reply();
                line.write(garbage);
                line.write("\r\nRCPT TO:<x>\r\nDATA\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (SocketException e) {
                // Hanging up is an answer too.
            }
        }
        try (var line = new Line(listener.port())) {
            assertThat(line.reply()).startsWith("220");
            assertThat(line.say("DATA")).startsWith("503");
            assertThat(line.say("RCPT TO:<x@y.example>")).startsWith("503");
            assertThat(line.say("QUIT")).startsWith("221");
        }
    }

    /** One octet now and then would hold a connection for ever: the test's session may last 4 s. */
    @Test
    void whoDawdlesIsHungUpOn() throws IOException {
        try (var line = new Line(listener.port())) {
            line.reply();
            line.say("EHLO slow.example");

            await().atMost(Scene.PATIENCE).until(() -> {
                try {
                    line.write(new byte[] {'N'});
                    return false;
                } catch (IOException e) {
                    return true;
                }
            });
        }
    }

    private long waiting(UUID mail) {
        return database.one("select count(*) as n from incoming where mail = ?", row -> row.getLong("n"), mail);
    }
}
