package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** {@code deploy/security/audit} says what is known, and never that nothing is where it does not know. */
class AuditTest {
    @Test
    void whatIsKnownIsListed() throws Exception {
        var audit = audit(
                questions -> "{\"vulns\": [{\"id\": \"GHSA-xxxx-yyyy-zzzz\", \"modified\": \"2026-01-01T00:00:00Z\"}]}"
                        + ",{}".repeat(questions - 1));

        assertThat(audit.output()).contains("pkg:maven/", ": GHSA-xxxx-yyyy-zzzz", "https://osv.dev/");
        assertThat(audit.exitCode()).isEqualTo(1);
    }

    @Test
    void whereNothingIsKnownItSaysOfHowMuch() throws Exception {
        var audit = audit(questions -> "{}" + ",{}".repeat(questions - 1));

        assertThat(audit.output()).containsPattern("[0-9]{3} components, nothing known");
        assertThat(audit.exitCode()).isZero();
    }

    @Test
    void anAnswerToLessThanWasAskedIsNoAllClear() throws Exception {
        var audit = audit(questions -> "{}");

        assertThat(audit.output()).contains("not an all-clear");
        assertThat(audit.exitCode()).isEqualTo(2);
    }

    @Test
    void neitherIsNoAnswer() throws Exception {
        var audit = run("http://localhost:1");

        assertThat(audit.output()).contains("http://localhost:1 cannot be reached", "not an all-clear");
        assertThat(audit.exitCode()).isEqualTo(2);
    }

    private record Ended(String output, int exitCode) {}

    /** Against a server that answers with these results, as many as were asked for or not. */
    private static Ended audit(IntFunction<String> results) throws IOException, InterruptedException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/querybatch", exchange -> {
            var questions = new ObjectMapper()
                    .readTree(exchange.getRequestBody())
                    .path("queries")
                    .size();
            var answer =
                    "{\"results\": [%s]}".formatted(results.apply(questions)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            return run("http://localhost:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static Ended run(String osv) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Checkout.path("deploy/security/audit").toString(), "--osv", osv)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(output, process.exitValue());
    }
}
