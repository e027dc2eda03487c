package org.centrallobby.lookup.fetch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Whether and when a request is made again. A server that asks to be left alone is left alone by all who wait. */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final FetchConfig config;
    private final InstantSource clock;
    private final Map<String, Deadline> quiet = new ConcurrentHashMap<>();

    Patience(FetchConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Waits as long as the server asked everyone to. */
    void await(URI uri, Deadline deadline) {
        var until = quiet.get(uri.getHost());
        if (until != null) {
            pause(uri, until.left(), deadline);
        }
        if (deadline.left().isZero()) {
            throw over(uri);
        }
    }

    /**
     * Waits until it may go better.
     *
     * @throws FetchFailed if it was tried often enough, or the wait would be too long
     */
    void endure(URI uri, Passing failure, int attempt, Deadline deadline) {
        if (attempt >= config.attempts()) {
            throw new FetchFailed(uri, "%s; attempts: %d".formatted(failure.reason, attempt));
        }
        if (failure.asked.isPresent()) {
            var asked = failure.asked.get();
            if (asked.compareTo(config.longestPause()) > 0) {
                throw new FetchFailed(
                        uri, "%s and asks for a pause of %d s".formatted(failure.reason, asked.toSeconds()));
            }
            quiet.put(uri.getHost(), Deadline.in(asked));
            LOG.infof("%s answers again in %d s", uri.getHost(), asked.toSeconds());
            await(uri, deadline);
        } else {
            pause(uri, backOff(attempt), deadline);
        }
    }

    /** The wait that a server asks for, in seconds or until a date; empty where it cannot be read. */
    Optional<Duration> retryAfter(String text) {
        try {
            var asked = text.strip().matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text.strip()))
                    : Duration.between(
                            clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
            return Optional.of(asked.isNegative() ? Duration.ZERO : asked);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static FetchFailed over(URI uri) {
        return new FetchFailed(uri, "the time for all requests is over");
    }

    static FetchFailed interrupted(URI uri) {
        Thread.currentThread().interrupt();
        return new FetchFailed(uri, "the service stops");
    }

    /** Doubled each time, and a random part shorter, so that those who failed together do not return together. */
    private Duration backOff(int attempt) {
        var full = config.pause().multipliedBy(1L << (attempt - 1));
        var bounded = full.compareTo(config.longestPause()) < 0 ? full : config.longestPause();
        return Duration.ofNanos(
                (long) (bounded.toNanos() * ThreadLocalRandom.current().nextDouble(0.5, 1)));
    }

    private static void pause(URI uri, Duration time, Deadline deadline) {
        if (!deadline.allows(time)) {
            throw over(uri);
        }
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted(uri);
        }
    }

    /** A failure that may pass. */
    static final class Passing extends Exception {
        private final String reason;
        private final transient Optional<Duration> asked;

        Passing(String reason) {
            this(reason, Optional.empty());
        }

        /** @param asked how long the server asks to be left alone */
        Passing(String reason, Optional<Duration> asked) {
            super(reason);
            this.reason = reason;
            this.asked = asked;
        }
    }
}
