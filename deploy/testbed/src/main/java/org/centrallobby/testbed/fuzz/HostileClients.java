package org.centrallobby.testbed.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What every service has to bear from clients that mean harm, octet by octet. */
public final class HostileClients {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    /** For all that have to be cut off after two seconds. */
    private static final Duration BOUND = Duration.ofSeconds(8);

    /** More than a service has threads. */
    public static final int SLOW = 400;

    private static final String HOST = "Host: localhost\r\n";

    private final int port;
    private final String post;

    /** @param operation one that takes JSON, for instance {@code POST /v1/campaigns} */
    public HostileClients(int port, String operation) {
        this.port = port;
        this.post = "%s HTTP/1.1\r\n%sContent-Type: application/json\r\n".formatted(operation, HOST);
    }

    /**
     * Requests of which it is not clear where they end or for whom they are, or that are too large: each is refused with 4xx or cut
     * off, and nothing behind it is taken for another request. Returns what is wrong, a sentence each.
     */
    public List<String> unclearRequests() {
        var wrong = new ArrayList<String>();
        unclear().forEach((name, octets) -> {
            var heard = heard(octets);
            if (heard.answers() > 1 || heard.text().contains("200 OK")) {
                wrong.add("%s: more than a refusal: %s".formatted(name, heard.text()));
            } else if (heard.status() >= 500 || heard.status() == 0 && !heard.isClosed()) {
                wrong.add("%s: %s".formatted(name, heard));
            } else if (!heard.isClosed()) {
                wrong.add("%s: the connection is still open".formatted(name));
            }
        });
        return wrong;
    }

    private Map<String, String> unclear() {
        var second = "GET /q/health/live HTTP/1.1\r\n" + HOST + "\r\n";
        var get = "GET /q/health/live HTTP/1.1\r\n";
        var requests = new LinkedHashMap<String, String>();
        requests.put(
                "Content-Length and Transfer-Encoding",
                post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + second);
        requests.put("two lengths", post + "Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}" + second);
        requests.put("a length below nothing", post + "Content-Length: -1\r\n\r\n" + second);
        requests.put("a length with a sign", post + "Content-Length: +2\r\n\r\n{}" + second);
        requests.put("an encoding that nobody knows", post + "Transfer-Encoding: xchunked\r\n\r\n" + second);
        requests.put("two encodings", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + second);
        requests.put("a blank before the colon", post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + second);
        requests.put("a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n" + second);
        requests.put("two hosts", get + HOST + "Host: other.example\r\n\r\n");
        requests.put("no host", get + "\r\n");
        requests.put("a NUL in a header", get + HOST + "X: a\0b\r\n\r\n");
        requests.put("a large header", get + HOST + "X: " + "a".repeat(30_000) + "\r\n\r\n");
        requests.put("many headers", get + HOST + "X: a\r\n".repeat(10_000) + "\r\n");
        requests.put("a long line", "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
        requests.put("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
        return requests;
    }

    private Line.Heard heard(String octets) {
        return heard(octets, PATIENCE);
    }

    private Line.Heard heard(String octets, Duration patience) {
        try (var line = new Line(port)) {
            try {
                line.write(octets);
            } catch (IOException e) {
                // It closed before it had read everything.
            }
            return line.listen(patience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks to go on in HTTP/2; what comes is an answer in HTTP/1.1. */
    public Line.Heard upgrade() {
        var request =
                "GET /q/health/live HTTP/1.1\r\n%sConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n";
        return heard(request.formatted(HOST), Duration.ofMillis(400));
    }

    /** Forty megabytes in forty kilobytes. What comes is the answer to the forty kilobytes. */
    public Line.Heard bomb() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            var block = "{\"token\": \"%s\"}".formatted(" ".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
            for (var count = 0; count < 40; count++) {
                gzip.write(block);
            }
        }
        try (var line = new Line(port)) {
            line.write(post
                    + "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                            .formatted(compressed.size()));
            line.write(compressed.toByteArray());
            return line.listen(PATIENCE);
        }
    }

    /** What came of clients that send an octet now and then. */
    public record Slowness(int cutOff, Duration slowestOther) {}

    /**
     * So many clients begin a request, some a head and most a body, and send an octet of it every quarter of a second; another one
     * asks as usual meanwhile.
     */
    public Slowness slowClients() throws IOException, InterruptedException {
        var lines = new ArrayList<Line>();
        var slowest = Duration.ZERO;
        try {
            for (var count = 0; count < SLOW; count++) {
                var line = new Line(port);
                line.write(count % 4 == 0 ? "GET / HTTP/1.1\r\nX: " : post + "Content-Length: 1000\r\n\r\n{");
                lines.add(line);
            }
            var begin = System.nanoTime();
            var open = List.copyOf(lines);
            while (!open.isEmpty() && System.nanoTime() - begin < BOUND.toNanos()) {
                open = open.stream().filter(HostileClients::isStillTaken).toList();
                var asked = System.nanoTime();
                if (heard("GET /q/health/live HTTP/1.1\r\n%sConnection: close\r\n\r\n".formatted(HOST))
                                .status()
                        != 200) {
                    throw new AssertionError("others are not served");
                }
                var took = Duration.ofNanos(System.nanoTime() - asked);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                Thread.sleep(250);
            }
            return new Slowness(SLOW - open.size(), slowest);
        } finally {
            for (var line : lines) {
                line.close();
            }
        }
    }

    private static boolean isStillTaken(Line line) {
        try {
            line.write(" ");
            return !line.isClosed();
        } catch (IOException e) {
            return false;
        }
    }
}
