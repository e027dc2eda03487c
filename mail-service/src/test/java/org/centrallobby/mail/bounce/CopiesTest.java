package org.centrallobby.mail.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.identity.CopyAddresses;
import org.centrallobby.mail.identity.ReturnAddresses;
import org.centrallobby.mail.sql.Database;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Contract;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class CopiesTest {
    private static final String RECEIVED = "org.centrallobby.mail.copy-received.v1";
    private static final String LETTER = """
            From: Ann Writer <ann@constituent.example>
            To: Sir Iain Example <mp@parliament.example>
            %s
            Subject: Take them down
            Message-ID: <%s@constituent.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Dear Sir Iain,

            I walk past these cameras every morning, and I mind.

            Ann Writer
            """;

    @Testbed.Inject
    Broker broker;

    @Inject
    Listener listener;

    @Inject
    CopyAddresses addresses;

    @Inject
    ReturnAddresses returns;

    @Inject
    Database database;

    private final UUID letter = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"Cc: %s", "X-Any: the copy went as Bcc"})
    void aCopyIsAnnouncedOnceAndNothingOfItIsKept(String copy) throws IOException {
        for (var time = 0; time < 2; time++) {
            assertThat(deliver("ann@constituent.example", address(), written(copy.formatted(address()))))
                    .startsWith("250 2.0.0");
        }

        assertThat(announced()).hasSize(1).allSatisfy(event -> {
            assertThat(event.type()).isEqualTo(RECEIVED);
            assertThat(Contract.of("copy.v1").violations(String.valueOf(event.data())))
                    .isEmpty();
            assertThat(String.valueOf(event.data()))
                    .contains(letter.toString())
                    .doesNotContain("ann", "Writer", "cameras");
        });
        assertThat(database.<Long>one("select count(*) as n from incoming", row -> row.getLong("n")))
                .isZero();
    }

    @Test
    void anAddressIsReadInAnyCaseAndAMadeUpOneIsRefused() throws IOException {
        assertThat(deliver("ann@constituent.example", address().toUpperCase(Locale.ROOT), written("X: y")))
                .startsWith("250");
        var address = address();
        var forged = address.replaceFirst("copy-.", address.charAt(5) == 'a' ? "copy-q" : "copy-a");

        assertThat(deliver("ann@constituent.example", forged, written("X: y"))).startsWith("550 5.1.1");
        assertThat(announced()).hasSize(1);
    }

    @Test
    void whatAMachineWroteIsTakenAndIsNoCopy() throws IOException {
        var automatic = written("Auto-Submitted: auto-replied");
        var list = written("List-Id: <news.example.org>");
        var bounce =
                Letters.report(address(), "mp@parliament.example", "failed", "5.1.1", "550 5.1.1 No such user", "X: y");
        for (var message : List.of(automatic, list, bounce, new byte[0], garbage())) {
            assertThat(deliver("machine@office.example", address(), message)).startsWith("250");
        }
        assertThat(deliver("", address(), written("X: y"))).startsWith("250");

        assertThat(deliver("ann@constituent.example", address(), written("X: y")))
                .startsWith("250");
        assertThat(announced()).hasSize(1);
    }

    @Test
    void aRelayMayHandItOverByHttpAndATrialDoesNothing() {
        var message = written("Cc: Copies <" + address() + ">");

        bounce(message, true).then().statusCode(200).body("action", equalTo("none"));
        bounce(message, false).then().statusCode(200).body("action", equalTo("announced"));
        bounce(written("Cc: %s\nAuto-Submitted: auto-replied".formatted(address())), false)
                .then()
                .statusCode(200)
                .body("action", equalTo("discarded"));

        assertThat(announced()).hasSize(1);
    }

    @Test
    void anAnswerToAMailThatGoesToACopyAddressTooIsBoth() {
        var mail = Scene.sentLetter(broker);
        var answered =
                returns.reply(mail, "Ann Writer", "letter", "lobby.example").wire();

        bounce(written("Cc: %s, %s".formatted(answered, address())), false)
                .then()
                .statusCode(200)
                .body("mail", equalTo(mail.toString()))
                .body("action", equalTo("forwarded"));

        assertThat(announced()).hasSize(1);
    }

    private byte[] written(String field) {
        return Letters.mail(LETTER.formatted(field, UUID.randomUUID()));
    }

    private static byte[] garbage() {
        var garbage = new byte[5_000];
        new java.util.Random(7).nextBytes(garbage);
        // No line of it ends the message.
        return new String(garbage, StandardCharsets.ISO_8859_1)
                .replaceAll("[.\r\n]", "x")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private Response bounce(byte[] message, boolean trial) {
        return given().header("Authorization", Scene.KEY)
                .contentType("message/rfc822")
                .body(message)
                .queryParam("dry-run", trial)
                .post("/v1/bounces");
    }

    private String deliver(String sender, String recipient, byte[] message) throws IOException {
        try (var line = new Line(listener.port())) {
            return String.valueOf(line.deliver(sender, recipient, message));
        }
    }

    /** What was announced of the letter, once all that was written before has reached Kafka. */
    private List<Event> announced() {
        await().atMost(Scene.PATIENCE)
                .until(() -> database.<Long>one("select count(*) as n from outbox", row -> row.getLong("n")) == 0);
        return Event.of(broker, Topics.DELIVERIES, letter.toString());
    }

    /** As the letter-service makes it. */
    private String address() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    "a secret that both services know, 40 octets".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var octets = ByteBuffer.allocate(24)
                    .putLong(letter.getMostSignificantBits())
                    .putLong(letter.getLeastSignificantBits())
                    .put(mac.doFinal(("copy-address " + letter).getBytes(StandardCharsets.US_ASCII)), 0, 8)
                    .array();
            var bits = new java.math.BigInteger(1, octets).shiftLeft(3);
            var text = new StringBuilder();
            for (var at = 0; at < 39; at++) {
                text.insert(0, "abcdefghijklmnopqrstuvwxyz234567".charAt(bits.intValue() & 31));
                bits = bits.shiftRight(5);
            }
            var address = "copy-" + text + "@copies.example.org";
            assertThat(addresses.letter(address)).contains(letter);
            return address;
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
