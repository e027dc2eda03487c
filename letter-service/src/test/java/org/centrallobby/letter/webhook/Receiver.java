package org.centrallobby.letter.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An organisation's system on this machine: it keeps what it is sent and answers as it is told, 204 where it is not. */
public class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();

    /** What arrived at a path. */
    record Received(String path, HttpHeaders headers, String body) {
        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }

        String type() {
            return json().getString("type");
        }

        JsonPath json() {
            return new JsonPath(body);
        }
    }

    public Receiver() {
        this(null);
    }

    /** @param tls null for plain HTTP */
    Receiver(@Nullable SSLContext tls) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (tls == null) {
                server = HttpServer.create(address, 0);
                scheme = "http";
            } else {
                var secure = HttpsServer.create(address, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = secure;
                scheme = "https";
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().toString();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(path, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            answers.getOrDefault(path, status(204)).handle(exchange);
        }
    }

    /** An answer of nothing but a status, with a header or without: name, value. */
    static HttpHandler status(int status, String... header) {
        return exchange -> {
            if (header.length == 2) {
                exchange.getResponseHeaders().set(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    void answer(String path, HttpHandler answer) {
        answers.put(path, answer);
    }

    List<Received> at(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return url("localhost", path);
    }

    String url(String host, String path) {
        return "%s://%s:%d%s".formatted(scheme, host, port(), path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
