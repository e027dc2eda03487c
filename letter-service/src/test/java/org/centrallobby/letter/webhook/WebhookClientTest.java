package org.centrallobby.letter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookClientTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    static Path files;

    @AfterAll
    static void end() {
        VERTX.close();
    }

    @Test
    void aRequestGoesToTheAddressThatWasCheckedAndNamesTheHost() {
        try (var receiver = new Receiver()) {
            var answer =
                    client(new HttpClientOptions(), "15s").post(message(receiver.url("hooks.example", "/a?b=c")), 0);

            assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(receiver.at("/a?b=c")).singleElement().satisfies(received -> {
                assertThat(received.headers().firstValue("Host")).contains("hooks.example:" + receiver.port());
                assertThat(received.headers().firstValue("webhook-id")).contains("x");
                assertThat(received.headers().map()).doesNotContainKeys("cookie", "accept-encoding");
                assertThat(received.body()).isEqualTo("{\"name\":\"Llŷr\"}");
            });
        }
    }

    @Test
    void everyRequestGetsItsAnswerHoweverFastThatComes() {
        try (var receiver = new Receiver()) {
            var client = client(new HttpClientOptions(), "15s");

            assertThat(IntStream.range(0, 4)
                            .parallel()
                            .boxed()
                            .flatMap(lane -> IntStream.range(0, 250)
                                    .mapToObj(number -> client.post(message(receiver.url("/")), 0))))
                    .hasSize(1_000)
                    .allMatch(Answer::isAccepted);
        }
    }

    @Test
    void theCertificateIsCheckedAgainstTheNameAndNotTheAddress() throws Exception {
        var store = keyStore("hooks.example");
        var trusting = new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(store.toString()).setPassword("changeit"));
        try (var receiver = new Receiver(tls(store))) {
            var client = client(trusting, "15s");

            assertThat(client.post(message(receiver.url("hooks.example", "/")), 0)
                            .outcome())
                    .isEqualTo(Outcome.ACCEPTED);
            assertThat(client.post(message(receiver.url("other.example", "/")), 0)
                            .outcome())
                    .isEqualTo(Outcome.CERTIFICATE);
            assertThat(client(new HttpClientOptions(), "15s")
                            .post(message(receiver.url("hooks.example", "/")), 0)
                            .outcome())
                    .isEqualTo(Outcome.CERTIFICATE);
            assertThat(receiver.at("/")).hasSize(1);
        }
    }

    @Test
    void aRedirectIsARefusalAndNotFollowed() {
        try (var receiver = new Receiver()) {
            receiver.answer("/from", Receiver.status(303, "Location", receiver.url("/to")));

            var answer = client(new HttpClientOptions(), "15s").post(message(receiver.url("/from")), 0);

            assertThat(answer.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(receiver.at("/to")).isEmpty();
        }
    }

    @Test
    void whatAnEndpointAsksForIsRead() {
        try (var receiver = new Receiver()) {
            var client = client(new HttpClientOptions(), "15s");
            receiver.answer("/seconds", Receiver.status(429, "Retry-After", "120"));
            receiver.answer("/date", Receiver.status(503, "Retry-After", "Tue, 24 Nov 2026 10:05:00 GMT"));
            receiver.answer("/nonsense", Receiver.status(503, "Retry-After", "soon"));

            assertThat(client.post(message(receiver.url("/seconds")), 0).retryAfter())
                    .isEqualTo(Duration.ofMinutes(2));
            assertThat(client.post(message(receiver.url("/date")), 0).retryAfter())
                    .isEqualTo(Duration.ofMinutes(5));
            assertThat(client.post(message(receiver.url("/nonsense")), 0).retryAfter())
                    .isNull();
        }
    }

    @Test
    void anAnswerWithoutAnEndIsCutOff() {
        try (var receiver = new Receiver()) {
            var written = new AtomicLong();
            var cut = new CountDownLatch(1);
            receiver.answer("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                writeUntilCut(exchange.getResponseBody(), written, cut);
            });

            var answer = client(new HttpClientOptions(), "15s").post(message(receiver.url("/")), 0);

            assertThat(answer.outcome()).isEqualTo(Outcome.ACCEPTED);
            await(cut);
            assertThat(written.get()).isLessThan(50_000_000);
        }
    }

    @Test
    void anAnswerThatOnlyTricklesIsGivenUp() {
        try (var receiver = new Receiver()) {
            var done = new CountDownLatch(1);
            receiver.answer("/", exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                await(done);
            });

            var answer = client(new HttpClientOptions(), "500ms").post(message(receiver.url("/")), 0);
            done.countDown();

            assertThat(answer.outcome()).isEqualTo(Outcome.TIMED_OUT);
            assertThat(answer.status()).isNull();
        }
    }

    @Test
    void aResolverThatDoesNotAnswerIsGivenUpOnLikeAnEndpoint() {
        var answer = client(new HttpClientOptions(), "500ms").post(message("https://silent.example/"), 0);

        assertThat(answer.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(answer.took()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatTheResolverTakesIsTakenFromTheTimeForTheAnswer() {
        try (var receiver = new Receiver()) {
            receiver.answer("/", exchange -> {
                pause(Duration.ofMillis(800));
                exchange.sendResponseHeaders(204, -1);
            });
            var url = receiver.url("slow.example", "/");

            assertThat(client(new HttpClientOptions(), "1200ms")
                            .post(message(url), 0)
                            .outcome())
                    .isEqualTo(Outcome.TIMED_OUT);
            assertThat(client(new HttpClientOptions(), "15s")
                            .post(message(url), 0)
                            .outcome())
                    .isEqualTo(Outcome.ACCEPTED);
        }
    }

    @Test
    void aHostThatDoesNotListenIsUnreachable() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        var client = client(new HttpClientOptions(), "15s");

        assertThat(client.post(message("http://localhost:%d/".formatted(port)), 0)
                        .outcome())
                .isEqualTo(Outcome.UNREACHABLE);
        assertThat(client.post(message("http://unknown.example/"), 0).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void aNameThatHasTurnedInwardsIsNotConnectedTo() {
        assertThat(client(new HttpClientOptions(), "15s")
                        .post(message("https://inner.example/"), 0)
                        .outcome())
                .isEqualTo(Outcome.ADDRESS_REFUSED);
    }

    private static WebhookClient client(HttpClientOptions options, String answerTimeout) {
        var config =
                WebhookSettings.with(Map.of("webhook.allow-loopback", "true", "webhook.answer-timeout", answerTimeout));
        var names = new HostNames(config) {
            @Override
            List<InetAddress> resolve(String host) throws UnknownHostException {
                return switch (host) {
                    case "silent.example" -> resolvedAfter(Duration.ofSeconds(20));
                    case "slow.example" -> resolvedAfter(Duration.ofMillis(800));
                    case "unknown.example" -> throw new UnknownHostException(host);
                    case "inner.example" -> List.of(InetAddress.ofLiteral("10.0.0.1"));
                    default -> List.of(InetAddress.getLoopbackAddress());
                };
            }
        };
        return new WebhookClient(
                VERTX, options, new EndpointGuard(names, config), config, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<InetAddress> resolvedAfter(Duration wait) {
        pause(wait);
        return List.of(InetAddress.getLoopbackAddress());
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Message message(String url) {
        return new Message(EndpointUrl.parse(url), Map.of("webhook-id", "x"), "{\"name\":\"Llŷr\"}");
    }

    private static void writeUntilCut(OutputStream body, AtomicLong written, CountDownLatch cut) {
        var part = new byte[8_192];
        try {
            while (true) {
                body.write(part);
                written.addAndGet(part.length);
            }
        } catch (IOException e) {
            cut.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path keyStore(String host) throws IOException, InterruptedException {
        var store = files.resolve(host + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start()
                .waitFor();
        return store;
    }

    private static SSLContext tls(Path store) throws Exception {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
