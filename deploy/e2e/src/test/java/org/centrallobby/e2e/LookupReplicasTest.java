package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.centrallobby.e2e.RunningPlatform.Stage;
import org.centrallobby.local.ServiceProcess;
import org.centrallobby.testbed.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the lookup service, one database, and other data while somebody asks all the time. */
@ExtendWith(RunningPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupReplicasTest {
    private static final Path SAMPLE = Path.of("../../mp-lookup-service/src/main/resources/dataset/sample/members.csv");

    private final Stage stage;
    private final ServiceProcess first;
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private ServiceProcess second;

    /** What was answered when, by {@link System#nanoTime()} after it had come. */
    private record Answered(long moment, int status, String version, String body) {}

    LookupReplicasTest(Stage stage) {
        this.stage = stage;
        this.first = stage.platform().service("mp-lookup-service");
    }

    @BeforeAll
    void aSecondReplica(@TempDir Path folder) {
        second = first.replica(Ports.free(), folder.resolve("second.log"));
        second.start();
        second.awaitReady();
    }

    @AfterEach
    void theSampleAgain() throws IOException, InterruptedException {
        send(put("members", Files.readString(SAMPLE)));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> answer(first).body().contains("Sir Iain Duncan Smith")
                        && answer(second).version().equals(answer(first).version()));
    }

    @AfterAll
    void oneReplicaAgain() {
        second.stop();
    }

    @Test
    void bothAnswerFromTheNewReleaseFromOneMomentOnAndNeverFail()
            throws IOException, InterruptedException, ExecutionException {
        var enough = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var fromFirst = threads.submit(() -> askUntil(enough, first));
            var fromSecond = threads.submit(() -> askUntil(enough, second));
            Thread.sleep(Duration.ofSeconds(1));

            assertThat(send(put("members", changed())).statusCode()).isEqualTo(200);

            Thread.sleep(Duration.ofSeconds(1));
            enough.set(true);
            var answers = new ArrayList<>(fromFirst.get());
            answers.addAll(fromSecond.get());
            assertThat(answers).extracting(Answered::status).containsOnly(200);
            assertThat(answers)
                    .extracting(Answered::version)
                    .doesNotContain("")
                    .containsOnly(
                            fromFirst.get().getFirst().version(),
                            fromFirst.get().getLast().version());
            // One release, one answer.
            assertThat(answers.stream()
                            .map(answer -> answer.version() + answer.body())
                            .distinct())
                    .hasSize(2);
            assertThat(fromSecond.get().getLast().body()).contains("Sir Iain Smith");
            assertThat(Math.abs(changedAt(fromFirst.get()) - changedAt(fromSecond.get())))
                    .isLessThan(Duration.ofMillis(300).toNanos());
        }
    }

    @Test
    void aReplicaThatIsKilledWhileItLoadsLeavesEverythingAsItWas() throws IOException, InterruptedException {
        var before = answer(first);
        try (var socket = new Socket("localhost", URI.create(first.url()).getPort())) {
            socket.getOutputStream()
                    .write("""
                    PUT /v1/dataset/members?source=killed.csv HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Length: 1000000\r
                    \r
                    pcon_code,member_id
                    """.formatted(stage.platform().operatorKey()).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(10)).until(() -> dataset(second).contains("killed.csv"));
            first.kill();
        }

        assertThat(answer(second).body()).isEqualTo(before.body());
        first.start();
        first.awaitReady();
        assertThat(answer(first))
                .extracting(Answered::version, Answered::body)
                .containsExactly(before.version(), before.body());
        assertThat(send(put("members", changed())).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> answer(second).body().contains("Sir Iain Smith"));
    }

    private static String changed() throws IOException {
        return Files.readString(SAMPLE).replace("Sir Iain Duncan Smith,", "Sir Iain Smith,");
    }

    private List<Answered> askUntil(AtomicBoolean enough, ServiceProcess replica)
            throws IOException, InterruptedException {
        var answers = new ArrayList<Answered>();
        while (!enough.get()) {
            answers.add(answer(replica));
        }
        return answers;
    }

    private Answered answer(ServiceProcess replica) throws IOException, InterruptedException {
        var response = send(HttpRequest.newBuilder(URI.create(replica.url() + "/v1/postcodes/E48ND"))
                .build());
        return new Answered(
                System.nanoTime(),
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                response.body());
    }

    private String dataset(ServiceProcess replica) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(replica.url() + "/v1/dataset"))
                        .build())
                .body();
    }

    private HttpRequest put(String part, String text) {
        return HttpRequest.newBuilder(URI.create(first.url() + "/v1/dataset/" + part))
                .header("Authorization", "Bearer " + stage.platform().operatorKey())
                .PUT(HttpRequest.BodyPublishers.ofString(text))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long changedAt(List<Answered> answers) {
        var old = answers.getFirst().version();
        return answers.stream()
                .filter(answer -> !answer.version().equals(old))
                .findFirst()
                .orElseThrow()
                .moment();
    }
}
