package org.centrallobby.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Puts a service under a load of requests that change something, each of them once. */
final class Load {
    private static final Duration NEWS_EVERY = Duration.ofSeconds(30);

    private final Service service;
    private final Progress progress;
    private final int wanted;
    private final LongFunction<Connection.Request> requests;
    private final AtomicLong next;

    /**
     * @param wanted the one status that counts as success
     * @param first the number of the first request that is sent; the numbers go on from load to load
     * @param requests makes the request of a number
     */
    Load(Service service, Progress progress, int wanted, long first, LongFunction<Connection.Request> requests) {
        this.service = service;
        this.progress = progress;
        this.wanted = wanted;
        this.next = new AtomicLong(first);
        this.requests = requests;
    }

    /**
     * What came of a load.
     *
     * @param begun when, by {@link System#nanoTime()}
     * @param succeeded the numbers of the requests that had the wanted answer
     * @param failed how many had another or none
     * @param times how long each answer took; of all requests, whatever the answer
     */
    record Result(long begun, BitSet succeeded, long failed, double seconds, Percentiles times) {
        double perSecond() {
            return succeeded.cardinality() / seconds;
        }

        double percentile(double share) {
            return times.at(share);
        }
    }

    /** What comes of several loads at the same time, in their order. */
    static List<Result> together(List<Callable<Result>> loads) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = loads.stream().map(threads::submit).toList();
            return running.stream().map(Load::await).toList();
        }
    }

    /** The number of the request that would come next. */
    long next() {
        return next.get();
    }

    /** As many as the service can take: each connection sends its next request once it has the answer to the last. */
    Result closed(int connections, Duration time) {
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        return run(connections, begun, () -> {
            var now = System.nanoTime();
            return now < end ? new Turn(next.getAndIncrement(), now) : null;
        });
    }

    /** So many a second, whatever the service does. */
    Result open(int connections, double perSecond, Duration time) {
        return open(connections, Arrivals.even(perSecond, time));
    }

    /**
     * Each request when it is due, whatever the service does, and an answer's time counts from then. A service that stalls is
     * charged for all who would have come meanwhile.
     */
    Result open(int connections, Arrivals arrivals) {
        var begun = System.nanoTime();
        var first = next.get();
        var result = run(connections, begun, () -> {
            var number = next.getAndIncrement();
            if (number >= first + arrivals.count()) {
                return null;
            }
            var due = begun + arrivals.due((int) (number - first));
            pauseUntil(due);
            return new Turn(number, due);
        });
        next.set(first + arrivals.count());
        return result;
    }

    /** A request's number and the time from which its answer is awaited. */
    private record Turn(long number, long since) {}

    private interface Turns {
        @Nullable Turn next() throws InterruptedException;
    }

    /** What one connection has seen. */
    private static final class Tally {
        private final BitSet succeeded = new BitSet();
        private double[] milliseconds = new double[1024];
        private int answers;
        private long failed;

        void add(long number, boolean success, double time) {
            if (success) {
                succeeded.set((int) number);
            } else {
                failed++;
            }
            if (answers == milliseconds.length) {
                milliseconds = Arrays.copyOf(milliseconds, answers * 2);
            }
            milliseconds[answers++] = time;
        }
    }

    private Result run(int connections, long begun, Turns turns) {
        try (var threads = Executors.newFixedThreadPool(connections + 1)) {
            var first = next.get();
            var news = threads.submit(() -> tellNews(begun, first));
            var running = new ArrayList<Future<Tally>>();
            for (var connection = 0; connection < connections; connection++) {
                running.add(threads.submit(() -> work(turns)));
            }
            var tallies = new ArrayList<Tally>();
            for (var each : running) {
                tallies.add(await(each));
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            news.cancel(true);
            return result(begun, tallies, seconds);
        }
    }

    private static <T> T await(Future<T> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        } catch (ExecutionException e) {
            throw new CannotMeasure("The load broke off: " + e.getCause());
        }
    }

    private static Result result(long begun, ArrayList<Tally> tallies, double seconds) {
        var succeeded = new BitSet();
        tallies.forEach(tally -> succeeded.or(tally.succeeded));
        var times = Percentiles.of(
                tallies.stream().flatMapToDouble(tally -> Arrays.stream(tally.milliseconds, 0, tally.answers)));
        return new Result(
                begun,
                succeeded,
                tallies.stream().mapToLong(tally -> tally.failed).sum(),
                seconds,
                times);
    }

    private Tally work(Turns turns) throws InterruptedException, IOException {
        var tally = new Tally();
        // Opened when there is something to say: a service closes a connection on which nothing comes.
        @Nullable Connection connection = null;
        try {
            for (var turn = turns.next(); turn != null; turn = turns.next()) {
                var success = false;
                try {
                    if (connection == null) {
                        connection = new Connection(service.port());
                    }
                    success = connection.send(requests.apply(turn.number())) == wanted;
                } catch (IOException e) {
                    if (connection != null) {
                        connection.close();
                    }
                    connection = null;
                }
                tally.add(turn.number(), success, (System.nanoTime() - turn.since()) / 1e6);
            }
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
        return tally;
    }

    private void tellNews(long begun, long first) {
        try {
            while (true) {
                Thread.sleep(NEWS_EVERY);
                var seconds = (System.nanoTime() - begun) / 1e9;
                var sent = next.get() - first;
                progress.say("  %.0f s: %,d sent, %.0f/s".formatted(seconds, sent, sent / seconds));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pauseUntil(long time) throws InterruptedException {
        var nanos = time - System.nanoTime();
        if (nanos > 0) {
            Thread.sleep(Duration.ofNanos(nanos));
        }
    }
}
