package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Check 4, and servers that are slow on purpose: each step is over in its time, whatever trickles. */
@Timeout(20)
class SlowServersTest {
    private static final Duration PATIENCE = Duration.ofMillis(600);

    /** Answers every command but one, in whose answer it sends an octet now and then and no end of it. */
    private static final class Tarpit implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final int answers;
        private final int pauseMillis;

        Tarpit(int answers, int pauseMillis) throws IOException {
            this.answers = answers;
            this.pauseMillis = pauseMillis;
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (var client = socket.accept()) {
                for (var i = 0; i < answers; i++) {
                    say(
                            client,
                            switch (i) {
                                case 0 -> "220 hello\r\n";
                                case 4 -> "354 go on\r\n";
                                default -> "250 ok\r\n";
                            });
                    readUntil(client, i == 4 ? "\r\n.\r\n" : "\r\n");
                }
                OutputStream out = client.getOutputStream();
                while (true) {
                    out.write('2');
                    if (pauseMillis > 0) {
                        Thread.sleep(pauseMillis);
                    }
                }
            } catch (IOException | InterruptedException e) {
                // The other side had enough.
            }
        }

        private static void say(Socket client, String words) throws IOException {
            client.getOutputStream().write(words.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }

        private static void readUntil(Socket client, String end) throws IOException {
            var seen = new StringBuilder();
            while (!seen.toString().endsWith(end)) {
                var octet = client.getInputStream().read();
                if (octet < 0) {
                    throw new IOException("gone");
                }
                seen.append((char) octet);
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, CONNECT, RELAY_IN_TROUBLE",
        "1, CONNECT, RELAY_IN_TROUBLE",
        "2, MAIL, REFUSED_FOR_NOW",
        "3, RECIPIENT, REFUSED_FOR_NOW",
        "4, DATA, REFUSED_FOR_NOW",
        "5, END_OF_DATA, UNCERTAIN"
    })
    void anAnswerThatTricklesIsNotWaitedFor(int answers, Phase phase, Verdict verdict) throws IOException {
        try (var server = new Tarpit(answers, 50);
                var connection = connection(server.port())) {
            var began = System.nanoTime();

            var delivery = connection.send(ALetter.plain().mail(), () -> true);

            assertThat(delivery.phase()).isEqualTo(phase);
            assertThat(delivery.verdict()).isEqualTo(verdict);
            assertThat(delivery.cause()).isEqualTo(Cause.UNANSWERED);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(PATIENCE, PATIENCE.multipliedBy(6));
        }
    }

    @Test
    void anAnswerWithoutEndFillsNoMemory() throws IOException {
        try (var server = new Tarpit(3, 0);
                var connection = Settings.ofPort(server.port())
                        .patientFor(Duration.ofMinutes(1))
                        .connection()) {
            var delivery = connection.send(ALetter.plain().mail(), () -> true);

            assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED_FOR_NOW);
            assertThat(delivery.phase()).isEqualTo(Phase.RECIPIENT);
        }
    }

    @Test
    void aServerThatStopsReadingIsNotWrittenToForEver() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var connection = connection(server.getLocalPort())) {
            Thread.ofVirtual().start(() -> deafAfterData(server));

            var delivery = connection.send(
                    ALetter.plain().saying("0123456789".repeat(2_000_000)).mail(), () -> true);

            assertThat(delivery.phase()).isEqualTo(Phase.DATA);
            assertThat(delivery.verdict()).isEqualTo(Verdict.REFUSED_FOR_NOW);
            assertThat(delivery.reply().text()).contains("took too long");
        }
    }

    private static void deafAfterData(ServerSocket server) {
        try (var client = server.accept()) {
            for (var words :
                    new String[] {"220 hello\r\n", "250 ok\r\n", "250 ok\r\n", "250 ok\r\n", "354 go on\r\n"}) {
                Tarpit.say(client, words);
                if (!words.startsWith("354")) {
                    Tarpit.readUntil(client, "\r\n");
                }
            }
            Thread.sleep(10_000);
        } catch (IOException | InterruptedException e) {
            // The other side had enough.
        }
    }

    private static RelayConnection connection(int port) {
        return Settings.ofPort(port).patientFor(PATIENCE).connection();
    }
}
