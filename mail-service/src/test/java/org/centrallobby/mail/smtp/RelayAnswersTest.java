package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.centrallobby.testbed.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of every kind of answer, and of none. */
class RelayAnswersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".    | 250 2.0.0 Ok: queued as 4F2B81A3          | ACCEPTED         | END_OF_DATA | 250 | 2.0.0",
                ".    | 299 whatever                              | ACCEPTED         | END_OF_DATA | 299 |",
                "RCPT | 450 4.2.0 Greylisted, try again           | REFUSED_FOR_NOW  | RECIPIENT   | 450 | 4.2.0",
                "RCPT | 550 5.1.1 No such user                    | REFUSED          | RECIPIENT   | 550 | 5.1.1",
                "RCPT | 550 No such user                          | REFUSED          | RECIPIENT   | 550 |",
                "RCPT | 550 5.7.1 Blocked                         | REFUSED_BY_POLICY| RECIPIENT   | 550 | 5.7.1",
                "RCPT | 552 5.2.2 Mailbox full                    | REFUSED_FOR_NOW  | RECIPIENT   | 552 | 5.2.2",
                "RCPT | 352 out of place                          | REFUSED_FOR_NOW  | RECIPIENT   | 352 |",
                "MAIL | 451 4.3.0 Later                           | REFUSED_FOR_NOW  | MAIL        | 451 | 4.3.0",
                "MAIL | 550 5.7.1 You are blocked                 | RELAY_IN_TROUBLE | MAIL        | 550 | 5.7.1",
                "MAIL | 530 Authentication required               | RELAY_IN_TROUBLE | MAIL        | 530 |",
                "DATA | 451 4.3.2 System shutting down            | REFUSED_FOR_NOW  | DATA        | 451 | 4.3.2",
                "DATA | 554 5.6.0 No                              | REFUSED          | DATA        | 554 | 5.6.0",
                ".    | 452 4.3.1 Disk full                       | REFUSED_FOR_NOW  | END_OF_DATA | 452 | 4.3.1",
                ".    | 554 5.6.0 Content refused                 | REFUSED          | END_OF_DATA | 554 | 5.6.0",
                ".    | 554 5.7.1 Spam                            | REFUSED_BY_POLICY| END_OF_DATA | 554 | 5.7.1",
                "CONNECT | 554 5.7.1 Go away                      | RELAY_IN_TROUBLE | CONNECT     | 554 | 5.7.1",
                "CONNECT | 421 Busy                               | RELAY_IN_TROUBLE | CONNECT     | 421 |",
                "MAIL | 552 5.3.4 Too large                       | REFUSED          | MAIL        | 552 | 5.3.4",
                "RCPT | 550 5.7.1 This mailbox is disabled        | REFUSED          | RECIPIENT   | 550 | 5.7.1",
                "RCPT | 550 Client host blocked using Spamhaus    | REFUSED_BY_POLICY| RECIPIENT   | 550 |",
                "RCPT | 552 Mailbox is full                       | REFUSED_FOR_NOW  | RECIPIENT   | 552 |",
                "DATA | 421 4.7.28 unusual rate                   | REFUSED_FOR_NOW  | DATA        | 421 | 4.7.28",
                "CONNECT | DROP                                   | RELAY_IN_TROUBLE | CONNECT     |     |",
                "MAIL | DROP                                      | REFUSED_FOR_NOW  | MAIL        |     |",
                "RCPT | DROP                                      | REFUSED_FOR_NOW  | RECIPIENT   |     |",
                "DATA | DROP                                      | REFUSED_FOR_NOW  | DATA        |     |",
                "RCPT | gibberish                                 | REFUSED_FOR_NOW  | RECIPIENT   |     |",
                ".    | DROP                                      | UNCERTAIN        | END_OF_DATA |     |",
                ".    | STALL                                     | UNCERTAIN        | END_OF_DATA |     |",
                "RCPT | STALL                                     | REFUSED_FOR_NOW  | RECIPIENT   |     |",
            })
    void anAnswerIsTakenForWhatItMeans(
            String command, String answer, Verdict verdict, Phase phase, Integer code, String enhanced)
            throws IOException {
        try (var server = new ScriptedServer(Map.of(command, answer));
                var connection = connection(server.port())) {
            var delivery = connection.send(ALetter.plain().mail(), () -> true);

            assertThat(delivery.verdict()).isEqualTo(verdict);
            assertThat(delivery.phase()).isEqualTo(phase);
            assertThat(delivery.reply().code()).isEqualTo(code);
            assertThat(delivery.reply().enhanced()).isEqualTo(enhanced);
            assertThat(delivery.reply().text()).isNotBlank();
        }
    }

    @Test
    void nobodyListening() {
        try (var connection = connection(Ports.free())) {
            assertThat(connection.send(ALetter.plain().mail(), () -> true).verdict())
                    .isEqualTo(Verdict.RELAY_IN_TROUBLE);
        }
    }

    @Test
    void aConnectionIsKeptAndARefusalOnItHarmsNoOtherMail() throws IOException {
        try (var server = new ScriptedServer(Map.of());
                var connection = connection(server.port())) {
            connection.send(ALetter.plain().mail(), () -> true);
            connection.send(ALetter.plain().mail(), () -> true);

            assertThat(server.connections()).isEqualTo(1);
        }
        try (var server = new ScriptedServer(Map.of("RCPT", "550 5.1.1 No"));
                var connection = connection(server.port())) {
            connection.send(ALetter.plain().mail(), () -> true);
            connection.send(ALetter.plain().mail(), () -> true);

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).containsSubsequence("RCPT", "RSET", "MAIL", "RCPT");
        }
    }

    @Test
    void aServerThatEndsTheConversationBetweenTwoMailsCostsNone() throws IOException {
        try (var server = new ScriptedServer(Map.of("RSET", "250 ok", ".", "250 one"), Map.of(".", "250 two"));
                var connection =
                        Settings.ofPort(server.port()).mailsPerConnection(1).connection()) {
            assertThat(connection
                            .send(ALetter.plain().mail(), () -> true)
                            .reply()
                            .text())
                    .isEqualTo("one");
            assertThat(connection
                            .send(ALetter.plain().mail(), () -> true)
                            .reply()
                            .text())
                    .isEqualTo("two");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aReusedConnectionThatIsGoneIsReplacedAtOnce() throws IOException {
        // The second mail meets 421 where it says MAIL; the third command on a fresh connection is welcome again.
        var after = new java.util.HashMap<String, String>();
        try (var server = new ScriptedServer(after, Map.of());
                var connection = connection(server.port())) {
            connection.send(ALetter.plain().mail(), () -> true);
            after.put("MAIL", "421 4.7.0 Enough for now");

            assertThat(connection.send(ALetter.plain().mail(), () -> true).verdict())
                    .isEqualTo(Verdict.ACCEPTED);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aReplyIsOneLineWithoutAnybodysAddress() {
        var reply =
                Reply.of(550, "550-5.1.1 <jane@example.org>: no\u0000 such\n550 5.1.1 user\tsee x@y" + "z".repeat(600));

        assertThat(reply.enhanced()).isEqualTo("5.1.1");
        assertThat(reply.text())
                .startsWith("5.1.1 <(address)>: no such 5.1.1 user see (address)")
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("jane");
    }

    private static RelayConnection connection(int port) {
        return Settings.ofPort(port).patientFor(Duration.ofMillis(700)).connection();
    }
}
