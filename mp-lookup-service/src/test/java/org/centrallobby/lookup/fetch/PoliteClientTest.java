package org.centrallobby.lookup.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centrallobby.lookup.fetch.FakeServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PoliteClientTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    private final FakeServer server = new FakeServer(FakeServer.text("here"));
    private final PoliteClient client = new PoliteClient(FixedFetchConfig.QUICK, CLOCK);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyRequestSaysWhoAsks() {
        assertThat(get("/a?b=c")).isEqualTo("here");
        assertThat(server.requests()).containsExactly("/a?b=c");
        assertThat(server.agents()).containsExactly("CentralLobby/1 (+https://operator.example/contact)");
    }

    @Test
    void aContactThatNoHeaderCanHoldStopsTheStart() {
        assertThatThrownBy(() -> new PoliteClient(FixedFetchConfig.QUICK.withContact("a@b.example\r\nX-Y: z"), CLOCK))
                .hasMessageContaining("FETCH_CONTACT");
    }

    @Test
    void whatMayPassIsTriedAgain() {
        server.first(FakeServer.status(500), FakeServer.half("a long enough text"));

        assertThat(get("/")).isEqualTo("here");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void whatDoesNotPassIsGivenUp() {
        server.usually(FakeServer.status(503));

        assertFails("/a", "it answered with status 503; attempts: 3");
        assertThat(server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void aRefusalIsNotTriedAgain(int status) {
        server.usually(FakeServer.status(status));

        assertThatThrownBy(() -> get("/a?key=secret"))
                .isInstanceOfSatisfying(
                        FetchFailed.class, e -> assertThat(e.status()).hasValue(status))
                .hasMessageContaining("/a: it answered with status " + status)
                .hasMessageNotContaining("secret");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "Tue, 24 Nov 2026 12:00:01 GMT"})
    void aServerThatAsksForAPauseGetsItFromEveryone(String retryAfter) {
        server.first(FakeServer.status(429, "Retry-After", retryAfter));
        var start = System.nanoTime();

        assertThat(get("/a")).isEqualTo("here");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aPauseThatIsTooLongIsNotWaitedForNorCutShort() {
        server.usually(FakeServer.status(429, "Retry-After", "3600"));

        assertFails("/a", "it answered with status 429 and asks for a pause of 3600 s");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatTricklesIsGivenUpAndItsConnectionClosed() {
        server.usually(FakeServer.dribble());

        assertFails("/a", "it has not answered wholly within");
        await().until(() -> server.underWay() == 0);
    }

    @Test
    void anAnswerWithoutEndIsGivenUpAtOnce() {
        server.usually(FakeServer.endless());

        assertFails("/a", "the answer is larger than 1000000 bytes");
        assertThat(server.requests()).hasSize(1);
        await().until(() -> server.underWay() == 0);
    }

    @Test
    void aRefusalWithoutEndIsARefusal() {
        server.usually(exchange -> {
            exchange.sendResponseHeaders(404, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });

        assertFails("/a", "it answered with status 404");
        await().until(() -> server.underWay() == 0);
    }

    @Test
    void aDeadlineEndsAllAttempts() {
        server.usually(FakeServer.dribble());
        var start = System.nanoTime();

        assertThatThrownBy(() -> client.get(server.url("/a"), "*/*", Deadline.in(Duration.ofMillis(200))))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("the time for all requests is over");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aRedirectWithinTheServerIsFollowed() {
        server.first(FakeServer.status(302, "Location", "/b"));

        assertThat(get("/a")).isEqualTo("here");
        assertThat(server.requests()).containsExactly("/a", "/b");
    }

    @Test
    void aRedirectElsewhereIsNot() {
        try (var other = new FakeServer(FakeServer.text("there"))) {
            server.usually(FakeServer.status(302, "Location", other.url("/b").toString()));

            assertFails("/a", "redirects to where it must not");
            assertThatThrownBy(() -> client.fetch(server.url("/a"), folder.resolve("file")))
                    .hasMessageContaining("redirects to where it must not");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void redirectsInACircleEnd() {
        server.usually(FakeServer.status(302, "Location", "/a"));

        assertFails("/a", "it redirects without end");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://b.example/y, true, https://b.example/y",
        "https://a.example/x, https://b.example/y, false,",
        "https://a.example/x, http://a.example/y, true,",
        "https://a.example/x, http://127.0.0.1/y, true,",
        "https://a.example/x, https://A.example/y, false, https://A.example/y",
        "https://a.example/x, https://a.example:8443/y, false,",
        "https://a.example/x, file:///etc/passwd, true,",
        "https://a.example/x, 'https://a b/', true,",
    })
    void aRedirectLeadsOnlyWhereItMay(URI asked, String location, boolean elsewhere, String to) {
        if (to == null) {
            assertThatThrownBy(() -> Redirect.follow(asked, asked, location, elsewhere))
                    .isInstanceOf(FetchFailed.class);
        } else {
            assertThat(Redirect.follow(asked, asked, location, elsewhere)).hasToString(to);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://members.example/", "ftp://members.example/", "file:///etc/passwd", "https:///x"})
    void onlyHttpsLeavesTheMachine(String uri) {
        assertThatThrownBy(() -> client.get(URI.create(uri), "*/*", Deadline.in(Duration.ofSeconds(1))))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("does not begin with https://");
    }

    @Test
    void noMoreRequestsThanAgreedAreUnderWay() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        server.usually(exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(20);
            now.decrementAndGet();
            FakeServer.text("here").to(exchange);
        });

        CompletableFuture.allOf(IntStream.range(0, 10)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> get("/" + i), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(server.requests()).hasSize(10);
        assertThat(most).hasValue(2);
    }

    @Test
    void aFileIsFetchedWhole() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "what was there, and was longer");

        client.fetch(server.url("/a.csv"), file);

        assertThat(file).hasContent("here");
    }

    @Test
    void aFileThatCannotBeWrittenIsNotAskedFor() {
        assertThatThrownBy(() -> client.fetch(server.url("/a.csv"), folder.resolve("absent/file")))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("there is no file that it can be written to");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void halfAFileIsNotLeftBehind() {
        for (var reply : Stream.<Reply>of(
                        FakeServer.endless(), FakeServer.dribble(), FakeServer.half("a text"), FakeServer.status(404))
                .toList()) {
            server.usually(reply);
            var file = folder.resolve("file");

            assertThatThrownBy(() -> client.fetch(server.url("/a.csv"), file)).isInstanceOf(FetchFailed.class);
            assertThat(file).doesNotExist();
        }
    }

    private String get(String path) {
        return new String(client.get(server.url(path), "text/plain", Deadline.in(Duration.ofSeconds(20))), UTF_8);
    }

    private void assertFails(String path, String reason) {
        assertThatThrownBy(() -> get(path)).isInstanceOf(FetchFailed.class).hasMessageContaining(path + ": " + reason);
    }
}
