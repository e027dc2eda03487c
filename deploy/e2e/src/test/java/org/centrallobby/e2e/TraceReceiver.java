package org.centrallobby.e2e;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes the traces of the services by OTLP over HTTP, as an operator's collector does, and keeps the newest. */
final class TraceReceiver implements AutoCloseable {
    private static final int MOST = 20_000;

    private final HttpServer server;
    private final Deque<Told> spans = new ArrayDeque<>();
    private final Set<String> indiscretions = new TreeSet<>();

    /** A span and the service that told it. */
    record Told(String service, Span span) {
        String name() {
            return span.getName();
        }

        ByteString trace() {
            return span.getTraceId();
        }

        /** The text of an attribute; empty where there is none. */
        String attribute(String key) {
            return value(span.getAttributesList(), key);
        }
    }

    private TraceReceiver(HttpServer server) {
        this.server = server;
    }

    static TraceReceiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var receiver = new TraceReceiver(server);
            server.createContext("/v1/traces", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the services are told as their collector. */
    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The spans of a trace, as far as they have been told. */
    List<Told> trace(ByteString id) {
        return all().stream().filter(span -> span.trace().equals(id)).toList();
    }

    /** The spans that are about this thing, {@code letter} or {@code mail}. */
    List<Told> about(String thing, String id) {
        return all().stream().filter(span -> span.attribute(thing).equals(id)).toList();
    }

    List<Told> all() {
        synchronized (spans) {
            return new ArrayList<>(spans);
        }
    }

    /** What of the supporters was told. */
    Set<String> indiscretions() {
        synchronized (spans) {
            return new TreeSet<>(indiscretions);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var request = ExportTraceServiceRequest.parseFrom(body);
            // Texts stand in the message as they are.
            var found = Discretion.breaches("a trace", new String(body, StandardCharsets.UTF_8));
            synchronized (spans) {
                indiscretions.addAll(found);
                for (var resource : request.getResourceSpansList()) {
                    var service = value(resource.getResource().getAttributesList(), "service.name");
                    resource.getScopeSpansList()
                            .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new Told(service, span))));
                }
                while (spans.size() > MOST) {
                    spans.remove();
                }
            }
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String value(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }
}
