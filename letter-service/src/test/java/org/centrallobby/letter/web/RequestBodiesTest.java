package org.centrallobby.letter.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.centrallobby.letter.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class RequestBodiesTest {
    /** All but the last bytes of the largest body there may be. */
    private static final byte[] UNFINISHED = new byte[RequestFilter.LONGEST_BODY - 10];

    @Test
    void aBodyThatGrowsTooLongIsRefusedInWords() throws IOException {
        try (var client = connect("Transfer-Encoding: chunked")) {
            var out = client.getOutputStream();
            out.write(
                    (Integer.toHexString(RequestFilter.LONGEST_BODY + 1) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[RequestFilter.LONGEST_BODY + 1]);
            out.flush();

            assertThat(answer(client))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json", "https://centrallobby.org/problems/too-large");
        }
    }

    @Test
    void whoComesWhileTooMuchIsHeldIsToldToComeAgain() throws IOException {
        var clients = new ArrayList<Socket>();
        try {
            for (var number = 0; number < 33; number++) {
                var client = connect("Content-Length: " + RequestFilter.LONGEST_BODY);
                clients.add(client);
                client.getOutputStream().write(UNFINISHED);
            }
            await("one of them is refused").until(() -> clients.stream().anyMatch(RequestBodiesTest::hasAnswer));
            var refused = clients.stream().filter(RequestBodiesTest::hasAnswer).toList();
            for (var client : refused) {
                assertThat(answer(client))
                        .startsWith("HTTP/1.1 503 ")
                        .containsIgnoringCase("Retry-After: 1")
                        .contains("application/problem+json", "https://centrallobby.org/problems/busy");
            }
            assertThat(refused.size()).as("few are refused").isLessThan(5);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
        // What they held is given back: bodies are read again.
        await().untilAsserted(() -> given().contentType("application/json")
                .body(UNFINISHED)
                .post("/v1/campaigns")
                .then()
                .statusCode(401));
    }

    private static boolean hasAnswer(Socket client) {
        try {
            return client.getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String answer(Socket client) throws IOException {
        client.setSoTimeout(10_000);
        var text = new StringBuilder();
        while (!text.toString().endsWith("}")) {
            var read = client.getInputStream().read();
            if (read < 0) {
                break;
            }
            text.append((char) read);
        }
        return text.toString();
    }

    private static Socket connect(String framing) throws IOException {
        var client = new Socket("localhost", RestAssured.port);
        client.getOutputStream()
                .write("POST /v1/campaigns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                        .formatted(framing)
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
