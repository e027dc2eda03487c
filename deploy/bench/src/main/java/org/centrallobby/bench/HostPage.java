package org.centrallobby.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A page of somebody else's site, on an origin of its own, which embeds a campaign and loads nothing else. */
final class HostPage implements AutoCloseable {
    private final HttpServer server;
    private volatile String html = "";

    private HostPage(HttpServer server) {
        this.server = server;
    }

    static HostPage start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            var page = new HostPage(server);
            server.createContext("/", page::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** @param platform the origin that serves the widget */
    void embed(String platform, String slug) {
        html = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
                <script type="module" src="%s/widget/v1/mp-letter.js"></script></head>
                <body><h1>A page</h1>
                <mp-letter campaign="%s" lang="en"><a href="%s/c/%2$s">Write to your MP</a></mp-letter>
                </body></html>""".formatted(platform, slug, platform);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
