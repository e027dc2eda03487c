package org.centrallobby.lookup.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers as a test tells it, well or badly. */
public class FakeServer implements AutoCloseable {
    static {
        // Without it head and body of an answer are 40 ms apart.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();
    private final Queue<Reply> first = new ConcurrentLinkedQueue<>();
    private final AtomicInteger now = new AtomicInteger();
    private volatile Reply usual;

    /** How a request is answered. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    public FakeServer(Reply usual) {
        this.usual = usual;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** How requests are answered from now on. */
    public final void usually(Reply reply) {
        usual = reply;
    }

    /** The next requests are answered so, one each, and the ones after as usual. */
    public final void first(Reply... replies) {
        first.addAll(List.of(replies));
    }

    public final URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    /** Path and query of every request. */
    public final List<String> requests() {
        return List.copyOf(requests);
    }

    public final List<String> agents() {
        return List.copyOf(agents);
    }

    public static Reply text(String body) {
        return exchange -> send(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply status(int status, String... headers) {
        return exchange -> {
            for (var i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            send(exchange, status, "refused".getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A byte now and then, for ever. */
    public static Reply dribble() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(20);
            }
        };
    }

    /** As much as the other side takes. */
    public static Reply endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        };
    }

    /** Half of what was promised, and then the end. */
    public static Reply half(String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("enough");
        };
    }

    public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        agents.add(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
        now.incrementAndGet();
        var scripted = first.poll();
        try (exchange) {
            (scripted == null ? usual : scripted).to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            now.decrementAndGet();
        }
    }

    /** How many requests are being answered. */
    public final int underWay() {
        return now.get();
    }

    @Override
    public final void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
