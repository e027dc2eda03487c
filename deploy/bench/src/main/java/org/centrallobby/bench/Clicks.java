package org.centrallobby.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Supporters who follow the link in their mail some time after it has come, whatever the service does meanwhile. */
final class Clicks implements AutoCloseable {
    private static final int CONNECTIONS = 24;

    private final Service service;
    private final Duration within;
    private final DelayQueue<Click> due = new DelayQueue<>();
    private final ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<Double> milliseconds = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong open = new AtomicLong();

    /** @param within how long somebody thinks at most before they follow the link */
    Clicks(Service service, Duration within) {
        this.service = service;
        this.within = within;
        for (var connection = 0; connection < CONNECTIONS; connection++) {
            connections.execute(this::follow);
        }
    }

    private record Click(String token, long when) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(when - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(when - ((Click) other).when, 0);
        }
    }

    /** The mail has come: the supporter's number says how long they think. */
    void later(long number, String token) {
        open.incrementAndGet();
        due.add(new Click(token, System.nanoTime() + (long) (new Random(number).nextDouble() * within.toNanos())));
    }

    private void follow() {
        Connection connection = null;
        try {
            while (true) {
                var click = due.take();
                var status = 0;
                try {
                    connection = connection == null ? new Connection(service.port()) : connection;
                    status = connection.send(request(click.token()));
                } catch (IOException e) {
                    connection = null;
                }
                milliseconds.add((System.nanoTime() - click.when()) / 1e6);
                if (status != 200) {
                    failed.incrementAndGet();
                }
                open.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Connection.Request request(String token) {
        return new Connection.Request(
                "/v1/public/confirmations",
                "",
                "{\"token\": \"%s\"}".formatted(token).getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until all who have a mail have followed its link. */
    void awaitDone(Duration most) {
        var end = System.nanoTime() + most.toNanos();
        while (open.get() > 0 && System.nanoTime() < end) {
            LetterStage.pause(Duration.ofMillis(100));
        }
    }

    Percentiles percentiles() {
        synchronized (milliseconds) {
            return Percentiles.of(milliseconds.stream().mapToDouble(Double::doubleValue));
        }
    }

    /** Answers other than that the letter is confirmed, and none. */
    long failed() {
        return failed.get();
    }

    @Override
    public void close() {
        connections.shutdownNow();
    }
}
