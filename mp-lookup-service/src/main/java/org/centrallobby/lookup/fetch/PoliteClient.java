package org.centrallobby.lookup.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.centrallobby.lookup.fetch.Patience.Passing;
import org.jspecify.annotations.Nullable;

/**
 * Fetches over HTTP as a good guest does: it says who it is, keeps few connections, waits longer after each failure and
 * as long as it is told to, and bounds the time and the size of every answer.
 */
@ApplicationScoped
public class PoliteClient {
    private static final int MOST_REDIRECTS = 5;
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e&&[^()]]{1,200}");

    private final FetchConfig config;
    private final Patience patience;
    private final HttpClient http;
    private final Map<String, Semaphore> connections = new ConcurrentHashMap<>();
    private final String userAgent;

    public PoliteClient(FetchConfig config, InstantSource clock) {
        this.config = config;
        this.patience = new Patience(config, clock);
        this.userAgent = userAgent(config.contact());
        this.http = HttpClient.newBuilder()
                // With HTTP/2 one connection carries any number of requests, and their bound would mean less.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /**
     * The body of an answer.
     *
     * @param accept the media type that is asked for
     * @throws FetchFailed if there is none within the deadline, or none at all
     */
    public byte[] get(URI uri, String accept, Deadline deadline) {
        return fetch(
                uri,
                new Terms<>(
                        accept,
                        config.answerTimeout(),
                        config.largestAnswer().asLongValue(),
                        BodySubscribers::ofByteArray,
                        false),
                deadline);
    }

    /**
     * Writes a file that lies at an https address to the path, over what is there. Whatever fails leaves no half of a
     * file behind. A server may send the request on to any other that speaks https.
     *
     * @throws FetchFailed if it cannot be had
     */
    public void fetch(URI uri, Path target) {
        emptied(uri, target);
        Supplier<BodySubscriber<Path>> body =
                () -> BodySubscribers.ofFile(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            fetch(
                    uri,
                    new Terms<>(
                            "*/*", config.fileTimeout(), config.largestFile().asLongValue(), body, true),
                    Deadline.in(config.fileTimeout()));
        } catch (FetchFailed e) {
            deleted(uri, target);
            throw e;
        }
    }

    private <T> T fetch(URI uri, Terms<T> terms, Deadline deadline) {
        Redirect.checked(uri);
        for (var attempt = 1; ; attempt++) {
            patience.await(uri, deadline);
            try {
                return answered(uri, terms, deadline);
            } catch (Passing failure) {
                patience.endure(uri, failure, attempt, deadline);
            }
        }
    }

    private <T> T answered(URI uri, Terms<T> terms, Deadline deadline) throws Passing {
        var to = uri;
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = sent(uri, to, terms, deadline);
            var status = answer.statusCode();
            if (answer.body().isPresent()) {
                return answer.body().get();
            }
            var location = answer.headers().firstValue("Location");
            if (status >= 300 && status < 400 && location.isPresent()) {
                to = Redirect.follow(uri, to, location.get(), terms.elsewhere());
            } else if (status == 429 || status >= 500) {
                throw new Passing(
                        "it answered with status %d".formatted(status),
                        answer.headers().firstValue("Retry-After").flatMap(patience::retryAfter));
            } else {
                throw new FetchFailed(uri, "it answered with status %d".formatted(status), status);
            }
        }
        throw new FetchFailed(uri, "it redirects without end");
    }

    private <T> HttpResponse<Optional<T>> sent(URI asked, URI uri, Terms<T> terms, Deadline deadline) throws Passing {
        var request = HttpRequest.newBuilder(uri)
                .header("User-Agent", userAgent)
                .header("Accept", terms.accept())
                .build();
        var free = connections.computeIfAbsent(uri.getHost(), host -> new Semaphore(config.connections()));
        var acquired = false;
        try {
            acquired = free.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (!acquired) {
                throw Patience.over(asked);
            }
            var pending = http.sendAsync(request, terms.handler());
            try {
                return pending.get(deadline.atMost(terms.time()).toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                // Of no effect on what has come; what still comes is cut off.
                pending.cancel(true);
            }
        } catch (TimeoutException e) {
            throw new Passing("it has not answered wholly within %d s"
                    .formatted(terms.time().toSeconds()));
        } catch (InterruptedException e) {
            throw Patience.interrupted(asked);
        } catch (ExecutionException e) {
            throw failed(asked, terms, e.getCause());
        } finally {
            if (acquired) {
                free.release();
            }
        }
    }

    private static Passing failed(URI asked, Terms<?> terms, @Nullable Throwable cause) {
        if (cause instanceof BoundedBody.TooLarge) {
            throw new FetchFailed(asked, "the answer is larger than %d bytes".formatted(terms.largest()));
        }
        // Its message may repeat what the server sent.
        return new Passing("the connection failed (%s)"
                .formatted(cause == null ? "?" : cause.getClass().getSimpleName()));
    }

    /** Whoever has no place for a file need not ask for it. */
    private static void emptied(URI uri, Path target) {
        try {
            Files.write(target, new byte[0]);
        } catch (IOException e) {
            throw new FetchFailed(uri, "there is no file that it can be written to");
        }
    }

    private static void deleted(URI uri, Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new FetchFailed(uri, "what was fetched of it cannot be deleted");
        }
    }

    private static String userAgent(Optional<String> contact) {
        if (!contact.stream().allMatch(text -> SENDABLE.matcher(text).matches())) {
            throw new IllegalArgumentException("FETCH_CONTACT must be an address without blanks and brackets");
        }
        return contact.map("CentralLobby/1 (+%s)"::formatted).orElse("CentralLobby/1");
    }

    /** What is expected of an answer. */
    private record Terms<T>(
            String accept, Duration time, long largest, Supplier<BodySubscriber<T>> body, boolean elsewhere) {
        BodyHandler<Optional<T>> handler() {
            return head -> head.statusCode() == 200
                    ? BodySubscribers.mapping(new BoundedBody<>(body.get(), largest), Optional::of)
                    : new UnreadBody<>();
        }
    }
}
