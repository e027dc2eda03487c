package org.centrallobby.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Stands in for the mp-lookup-service: knows the postcodes of {@link Supporter}s. */
final class LookupStub implements AutoCloseable {
    private final HttpServer server;
    private final Seats seats;

    private LookupStub(HttpServer server, Seats seats) {
        this.server = server;
        this.seats = seats;
    }

    static LookupStub start(Seats seats) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
            var stub = new LookupStub(server, seats);
            server.createContext("/v1/postcodes/", stub::answer);
            server.setExecutor(
                    Executors.newFixedThreadPool(4, Thread.ofPlatform().daemon().factory()));
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var postcode = path.substring(path.lastIndexOf('/') + 1);
        var constituency = seats.of((postcode.charAt(0) - 'A') * 26 + postcode.charAt(1) - 'A');
        var body = """
                {"postcode": "%s %s", "corrected": false, "terminated": null, "candidates": [],
                 "constituency": {"code": "%s", "name": "%s", "nameCy": null}}""".formatted(
                        postcode.substring(0, postcode.length() - 3),
                        postcode.substring(postcode.length() - 3),
                        constituency.code(),
                        constituency.name())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
