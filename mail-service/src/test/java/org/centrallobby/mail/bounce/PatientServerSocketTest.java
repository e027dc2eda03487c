package org.centrallobby.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PatientServerSocketTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Test
    void aConnectionThatIsClosedIsForgottenAtOnce() throws IOException {
        try (var server = listening(AN_HOUR, 5)) {
            for (var number = 0; number < 100; number++) {
                try (var client = client(server)) {
                    var accepted = server.accept();
                    assertThat(server.guests()).isEqualTo(1);
                    accepted.getOutputStream().write(1);
                    assertThat(client.getInputStream().read()).isEqualTo(1);
                    accepted.close();
                    accepted.close();
                }
                assertThat(server.guests()).isZero();
            }
        }
    }

    @Test
    void whoComesWhenThereAreEnoughIsHungUpOn() throws IOException {
        var clients = new ArrayList<Socket>();
        try (var server = listening(AN_HOUR, 2)) {
            for (var number = 0; number < 3; number++) {
                clients.add(client(server));
            }
            var first = server.accept();
            server.accept();
            var waiting = Thread.ofVirtual().start(() -> {
                try {
                    server.accept();
                } catch (IOException e) {
                    // The end of the test.
                }
            });

            assertThat(clients.get(2).getInputStream().read()).isEqualTo(-1);
            first.close();
            try (var next = client(server)) {
                assertThat(waiting)
                        .satisfies(thread ->
                                assertThat(thread.join(Duration.ofSeconds(5))).isTrue());
                assertThat(next.isConnected()).isTrue();
            }
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    @Test
    void whoStaysTooLongIsHungUpOn() throws IOException {
        try (var server = listening(Duration.ofMillis(50), 2);
                var client = client(server)) {
            var accepted = server.accept();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThatThrownBy(() -> accepted.getOutputStream().write(1)).isInstanceOf(SocketException.class);
            assertThat(server.guests()).isZero();
        }
    }

    private static PatientServerSocket listening(Duration patience, int most) throws IOException {
        var server = new PatientServerSocket(patience, most);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    private static Socket client(PatientServerSocket server) throws IOException {
        var client = new Socket(server.getInetAddress(), server.getLocalPort());
        client.setSoTimeout(5_000);
        return client;
    }
}
