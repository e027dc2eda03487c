package org.centrallobby.e2e.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.centrallobby.testbed.Signals;

/** Does what the plan says, whatever else is broken at the moment, and keeps an account of it. */
final class Faults implements AutoCloseable {
    private static final Duration ROUND = Duration.ofMillis(100);

    /** How soon whoever runs the services starts one again that ended by itself. */
    private static final Duration RESTARTED_AFTER = Duration.ofSeconds(1);

    private static final Duration BACK_WITHIN = Duration.ofMinutes(3);

    private final Stage stage;
    private final Consumer<String> progress;
    private final long begun;
    private final Map<Target, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Target, Long> endedAt = new EnumMap<>(Target.class);
    private volatile boolean over;

    /**
     * A fault that took place.
     *
     * @param began by {@link System#nanoTime()}
     * @param outage until the part did its work again
     */
    record Done(Fault fault, long began, Duration outage) {
        long ended() {
            return began + outage.toNanos();
        }
    }

    Faults(Stage stage, Consumer<String> progress) {
        this.stage = stage;
        this.progress = progress;
        this.begun = System.nanoTime();
    }

    /** Does everything in the plan and returns when the last fault is over and every part does its work again. */
    void run(Plan plan) {
        threads.submit(this::startWhatEnded);
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var fault : plan.faults()) {
                Pause.until(begun + fault.at().toNanos());
                running.add(each.submit(() -> befall(fault)));
            }
            for (var fault : running) {
                fault.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A fault could not be done", e.getCause());
        }
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    private void befall(Fault fault) {
        var began = System.nanoTime();
        switch (fault.kind()) {
            case KILL -> whileDown(fault, Part::kill);
            case RESTART -> whileDown(fault, Part::stop);
            case PAUSE -> pause(fault);
            case SKEW -> {
                stage.clock(fault.target()).set(fault.skew());
                Pause.of(fault.length());
                stage.clock(fault.target()).set(Duration.ZERO);
            }
            default -> {
                stage.sink().misbehave(fault.kind());
                Pause.of(fault.length());
                stage.sink().misbehave(null);
            }
        }
        var outage = Duration.ofNanos(System.nanoTime() - began);
        done.add(new Done(fault, began, outage));
        progress.accept("%s; %.1f s in all".formatted(fault.text().strip(), outage.toMillis() / 1e3));
    }

    private void whileDown(Fault fault, Consumer<Part> end) {
        var part = stage.part(fault.target());
        alone(fault.target(), () -> {
            tried(fault.target(), () -> end.accept(part));
            Pause.of(fault.length());
            while (!tried(fault.target(), part::start)) {
                Pause.of(RESTARTED_AFTER);
            }
        });
        awaitBack(fault.target());
    }

    /** The fault before may last longer than planned; while the part only comes up after it, the next may begin. */
    private void alone(Target target, Runnable deed) {
        var lock = lock(target);
        lock.lock();
        try {
            deed.run();
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(Target target) {
        return locks.computeIfAbsent(target, first -> new ReentrantLock());
    }

    /** Whether it could be done; what could not is told and is no reason to give up the run. */
    private boolean tried(Target target, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException e) {
            progress.accept("%s: %s".formatted(target.title(), e));
            return over;
        }
    }

    private void pause(Fault fault) {
        alone(fault.target(), () -> {
            var processes = stage.part(fault.target()).processes();
            Signals.send("-STOP", processes);
            try {
                Pause.of(fault.length());
            } finally {
                Signals.send("-CONT", processes);
            }
        });
        awaitBack(fault.target());
    }

    /** A service that cannot become ready without another part, which has a fault of its own, may take as long as that. */
    private void awaitBack(Target target) {
        var end = System.nanoTime() + BACK_WITHIN.toNanos();
        while (!stage.part(target).isReady() && System.nanoTime() < end) {
            Pause.of(ROUND);
        }
    }

    /** What systemd, Compose and Kubernetes do: a process that ended by itself is started again. */
    private void startWhatEnded() {
        var services = EnumSet.of(Target.LOOKUP, Target.LETTERS, Target.MAIL_ONE, Target.MAIL_TWO, Target.BROKER);
        while (!over) {
            services.forEach(this::startIfItEnded);
            Pause.of(ROUND);
        }
    }

    private void startIfItEnded(Target target) {
        if (!lock(target).tryLock()) {
            endedAt.remove(target);
            return;
        }
        try {
            var part = stage.part(target);
            var now = System.nanoTime();
            if (part.isAlive()) {
                endedAt.remove(target);
            } else if (!endedAt.containsKey(target)) {
                endedAt.put(target, now);
                progress.accept(target.title() + " ended by itself and is started again");
            } else if (now - endedAt.getOrDefault(target, now) > RESTARTED_AFTER.toNanos()) {
                endedAt.remove(target);
                tried(target, part::start);
            }
        } finally {
            lock(target).unlock();
        }
    }

    /** Starts nothing again any more. */
    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
