package org.centrallobby.letter.webhook;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to an endpoint and waits for its answer: to an address that {@link EndpointGuard} has looked at, while TLS and the
 * Host header go by the name; without redirects, proxies or cookies, and within limits of time and size.
 */
@ApplicationScoped
class WebhookClient {
    /** So much of an answer is read, and thrown away, for the connection's sake. */
    private static final int MOST_READ = 64 * 1024;

    private static final Duration CONNECTION_KEPT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final EndpointGuard guard;
    private final Duration answerTimeout;
    private final InstantSource clock;

    @Inject
    WebhookClient(Vertx vertx, EndpointGuard guard, WebhookConfig config, InstantSource clock) {
        this(vertx, new HttpClientOptions(), guard, config, clock);
    }

    /** @param options what else the HTTP client is told, for instance whom it trusts */
    WebhookClient(
            Vertx vertx, HttpClientOptions options, EndpointGuard guard, WebhookConfig config, InstantSource clock) {
        this.http = vertx.createHttpClient(options.setConnectTimeout(
                        (int) config.connectTimeout().toMillis())
                // Counted per host, and many organisations' endpoints may share one: a slow one of them would have all.
                .setMaxPoolSize(config.senders())
                .setKeepAliveTimeout((int) CONNECTION_KEPT.toSeconds())
                // Our traces are nothing to whoever listens there.
                .setTracingPolicy(TracingPolicy.IGNORE));
        this.guard = guard;
        this.answerTimeout = config.answerTimeout();
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** @param turn counts the attempts: each goes to another of the host's addresses */
    Answer post(Message message, int turn) {
        var at = clock.instant();
        var began = System.nanoTime();
        try {
            var addresses = guard.addresses(message.url());
            var left = answerTimeout.minus(since(began));
            var reply = exchange(message, addresses.get(turn % addresses.size()), left);
            var outcome = reply.status() / 100 == 2 ? Outcome.ACCEPTED : Outcome.REJECTED;
            return new Answer(outcome, reply.status(), reply.retryAfter(), at, since(began));
        } catch (EndpointGuard.Refused e) {
            return new Answer(Outcome.ADDRESS_REFUSED, null, null, at, since(began));
        } catch (UnknownHostException e) {
            return new Answer(Outcome.UNREACHABLE, null, null, at, since(began));
        } catch (TimeoutException e) {
            return new Answer(Outcome.TIMED_OUT, null, null, at, since(began));
        } catch (ExecutionException e) {
            var outcome = e.getCause() instanceof SSLException ? Outcome.CERTIFICATE : Outcome.UNREACHABLE;
            return new Answer(outcome, null, null, at, since(began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Outcome.TIMED_OUT, null, null, at, since(began));
        }
    }

    private record Reply(int status, @Nullable Duration retryAfter) {}

    private Reply exchange(Message message, InetAddress address, Duration within)
            throws ExecutionException, InterruptedException, TimeoutException {
        var givenUp = new AtomicBoolean();
        var reply = Promise.<Reply>promise();
        http.request(request(message.url(), address))
                .onSuccess(request -> send(request, message, reply, givenUp))
                .onFailure(reply::tryFail);
        try {
            return reply.future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(within.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            givenUp.set(true);
            reply.tryFail("too late");
        }
    }

    private static RequestOptions request(EndpointUrl url, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.tls())
                .setURI(url.pathAndQuery())
                .setFollowRedirects(false);
    }

    /** On the event loop: whoever listens for the response later may come after its end. */
    private void send(HttpClientRequest request, Message message, Promise<Reply> reply, AtomicBoolean unread) {
        if (reply.future().isComplete()) {
            request.reset();
            return;
        }
        reply.future().onComplete(done -> finish(request, unread));
        request.response().onSuccess(response -> read(response, reply, unread)).onFailure(reply::tryFail);
        message.headers().forEach(request::putHeader);
        request.end(Buffer.buffer(message.body())).onFailure(reply::tryFail);
    }

    private void read(HttpClientResponse response, Promise<Reply> reply, AtomicBoolean unread) {
        var status = new Reply(response.statusCode(), retryAfter(response.getHeader("Retry-After")));
        var left = new int[] {MOST_READ};
        response.handler(part -> {
            left[0] -= part.length();
            if (left[0] < 0) {
                unread.set(true);
                reply.tryComplete(status);
            }
        });
        response.endHandler(end -> reply.tryComplete(status));
        response.exceptionHandler(reply::tryFail);
    }

    /** Breaks the connection where something may still come over it. */
    private static void finish(HttpClientRequest request, AtomicBoolean unread) {
        if (unread.get()) {
            request.reset();
        }
    }

    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return header.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header.strip()))
                    : Duration.between(clock.instant(), httpDate(header));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant httpDate(String header) {
        return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
