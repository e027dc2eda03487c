package org.centrallobby.letter.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class RestMpLookupTest {
    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String asked = "";
    private volatile Duration delay = Duration.ZERO;

    private record Config(URI url, Duration connectTimeout, Duration readTimeout) implements MpLookupConfig {}

    @SuppressWarnings("NullAway.Init")
    RestMpLookupTest() {}

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            asked = exchange.getRequestURI().getRawPath();
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .add("Content-Type", status == 200 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPostcodeIsAnsweredAndWhatIsNewInTheAnswerPassedOver() {
        body = """
                {"postcode":"E4 7AA","corrected":true,"terminated":"1996-06","somethingNew":{"a":1},
                 "constituency":{"code":"E14001167","name":"Chingford and Woodford Green","nameCy":null,"nation":"England"},
                 "seat":{"status":"filled"}}""";

        var place = lookup().find(" e4-7AA/../x");

        assertThat(asked).isEqualTo("/v1/postcodes/e47AAx");
        assertThat(place.postcode()).isEqualTo("E4 7AA");
        assertThat(place.corrected()).isTrue();
        assertThat(place.terminated()).isEqualTo("1996-06");
        assertThat(place.candidate("E14001167")).isPresent();
        assertThat(place.candidates()).isEmpty();
    }

    @Test
    void aRefusalIsPassedOnWordForWord() {
        status = 404;
        body = """
                {"type":"https://centrallobby.org/problems/no-constituency","title":"t","status":404,
                 "detail":"Jersey has its own parliament.","territory":"jersey"}""";

        var failure = catchThrowableOfType(Failure.class, () -> lookup().find("JE2 3AB"));

        assertThat(failure.type()).isEqualTo(ProblemType.NO_CONSTITUENCY);
        assertThat(failure.detail()).isEqualTo("Jersey has its own parliament.");
        assertThat(failure.extensions()).isEqualTo(Map.of("territory", "jersey"));
    }

    @Test
    void theConstituenciesAroundAnUnknownPostcodeArePassedOn() {
        status = 404;
        body = """
                {"type":"https://centrallobby.org/problems/unknown-postcode","title":"t","status":404,"detail":"Unknown.",
                 "candidates":[{"code":"E14001167","name":"Chingford and Woodford Green","nameCy":null,"nation":"England"}]}""";

        var failure = catchThrowableOfType(Failure.class, () -> lookup().find("E4 8ZZ"));

        assertThat(failure.type()).isEqualTo(ProblemType.UNKNOWN_POSTCODE);
        assertThat(failure.extensions().get("candidates"))
                .isEqualTo(List.of(new Constituency("E14001167", "Chingford and Woodford Green", null)));
    }

    @Test
    void halfAPostcodeIsAskedForWhole() {
        status = 404;
        body = """
                {"type":"https://centrallobby.org/problems/partial-postcode","title":"t","status":404,"detail":"Half.","candidates":[]}""";

        assertThat(catchThrowableOfType(Failure.class, () -> lookup().find("SW1A"))
                        .type())
                .isEqualTo(ProblemType.MALFORMED_POSTCODE);
    }

    @Test
    void aFaultOfTheLookupIsOneThatPasses() {
        status = 500;
        body = "<html>";

        assertThat(catchThrowableOfType(Failure.class, () -> lookup().find("E4 7AA"))
                        .type())
                .isEqualTo(ProblemType.LOOKUP_UNAVAILABLE);
    }

    @Test
    void whoeverAnswersTooLateIsUnavailable() {
        delay = Duration.ofMillis(1500);
        body = "{}";

        assertThat(catchThrowableOfType(Failure.class, () -> lookup().find("E4 7AA"))
                        .type())
                .isEqualTo(ProblemType.LOOKUP_UNAVAILABLE);
    }

    /** At some moments, which cannot be had on purpose, it logs the address of a call that was not answered in time. */
    @Test
    void theClientBelowLogsNothingAsItWouldNameThePostcode() {
        assertThat(Logger.getLogger("io.vertx.core.http.impl.HttpClientRequestImpl")
                        .isLoggable(Level.SEVERE))
                .isFalse();
    }

    @Test
    void whoeverIsNotThereIsUnavailable() {
        var gone = lookup();
        server.stop(0);

        assertThat(catchThrowableOfType(Failure.class, () -> gone.find("E4 7AA"))
                        .type())
                .isEqualTo(ProblemType.LOOKUP_UNAVAILABLE);
    }

    @Test
    void nothingThatCouldBeAPostcodeIsNotEvenAsked() {
        assertThat(catchThrowableOfType(Failure.class, () -> lookup().find(" / "))
                        .type())
                .isEqualTo(ProblemType.MALFORMED_POSTCODE);
        assertThat(asked).isEmpty();
    }

    @Test
    void noMetricHoldsAPostcode() {
        body = """
                {"postcode":"ZE2 9AA","corrected":false,"constituency":{"code":"S14000051","name":"Orkney and Shetland"}}""";
        lookup().find("ZE2 9AA");
        for (var failed : List.of(404, 500)) {
            status = failed;
            assertThatThrownBy(() -> lookup().find("ZE2 9ZZ")).isInstanceOf(Failure.class);
        }

        var metrics = given().get("/q/metrics").asString();

        assertThat(metrics)
                .containsPattern("http_client_requests.*status=\"404\",uri=\"/v1/postcodes/\\{postcode}\"")
                .doesNotContainIgnoringCase("ZE29");
    }

    private RestMpLookup lookup() {
        var url = URI.create("http://localhost:" + server.getAddress().getPort());
        return new RestMpLookup(new Config(url, Duration.ofSeconds(2), Duration.ofMillis(700)));
    }
}
