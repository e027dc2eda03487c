package org.centrallobby.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** Starts a service again that ended by itself; gives up on one that ends again and again. */
final class Supervisor {
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final int MOST_RESTARTS = 5;

    private final List<ServiceProcess> services;
    private final Progress progress;
    private final Runnable onRestart;
    private final Thread thread =
            Thread.ofPlatform().name("supervisor").daemon().unstarted(this::run);
    private final ArrayDeque<Long> restarts = new ArrayDeque<>();

    private Supervisor(List<ServiceProcess> services, Progress progress, Runnable onRestart) {
        this.services = services;
        this.progress = progress;
        this.onRestart = onRestart;
    }

    static Supervisor start(List<ServiceProcess> services, Progress progress, Runnable onRestart) {
        var supervisor = new Supervisor(List.copyOf(services), progress, onRestart);
        supervisor.thread.start();
        return supervisor;
    }

    void stop() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            services.stream().filter(service -> !service.isAlive()).forEach(this::startAgain);
            try {
                Thread.sleep(ROUND);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void startAgain(ServiceProcess service) {
        var now = System.nanoTime();
        while (!restarts.isEmpty() && now - restarts.getFirst() > WINDOW.toNanos()) {
            restarts.removeFirst();
        }
        if (restarts.size() >= MOST_RESTARTS) {
            if (restarts.size() == MOST_RESTARTS) {
                restarts.addLast(now);
                progress.say("%s ends again and again and is left alone for two minutes; its log says why."
                        .formatted(service.name()));
            }
            return;
        }
        restarts.addLast(now);
        progress.say("%s ended (exit code %d) and is started again".formatted(service.name(), service.exitCode()));
        service.start();
        onRestart.run();
    }
}
