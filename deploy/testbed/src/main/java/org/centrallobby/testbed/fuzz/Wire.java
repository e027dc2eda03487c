package org.centrallobby.testbed.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The line to a service. */
public final class Wire {
    /** Longer than anything takes that a service does while somebody waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;

    /** @param base for instance {@code http://localhost:8080} */
    public Wire(String base) {
        this.base = base;
    }

    /** @param headers by their names in lower case */
    public record Answer(int status, Map<String, List<String>> headers, String body) {
        /** The values of a header, joined; empty where it is not there. */
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }
    }

    /** @throws IOException where nothing is answered, or nothing within twenty seconds */
    public Answer send(Request request) throws IOException {
        var outgoing =
                HttpRequest.newBuilder(URI.create(base + request.target())).timeout(PATIENCE);
        request.headers().forEach(outgoing::header);
        var body = request.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
        try {
            var answer = answer(outgoing.method(request.method(), body).build());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().map().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue)),
                    answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A server may close a connection that was kept, at the very moment in which it is used again: then, once more. */
    private static HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        var text = HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
        try {
            return CLIENT.send(request, text);
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return CLIENT.send(request, text);
        }
    }
}
