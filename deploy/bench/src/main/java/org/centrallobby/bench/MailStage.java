package org.centrallobby.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What all parts of the mail benchmark use.
 *
 * @param quick whether it only matters that everything can be measured
 * @param application the service as it ships
 * @param folder where logs go
 * @param runs tells the mails of one part from those of another
 */
record MailStage(
        boolean quick,
        Surroundings surroundings,
        Service.Application application,
        Path folder,
        Progress progress,
        Report report,
        AtomicInteger runs) {

    /** How long something may not move at all before the measurement is given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    MailStage(
            boolean quick,
            Surroundings surroundings,
            Service.Application application,
            Path folder,
            Progress progress,
            Report report) {
        this(quick, surroundings, application, folder, progress, report, new AtomicInteger());
    }

    /**
     * The settings of a mail service with an empty database of its own.
     *
     * @param smtp the port of the server that takes its mails
     */
    Map<String, String> environment(int smtp, Map<String, String> more) {
        var environment = new HashMap<>(surroundings.freshEnvironment());
        environment.putAll(MailSettings.of(folder, smtp));
        environment.putAll(more);
        return environment;
    }

    /** Starts a service and waits until it is ready. */
    Service start(String name, Map<String, String> environment, String... options) {
        var service = Service.start(application.with(options), environment, folder.resolve(name + ".log"));
        service.awaitReady();
        return service;
    }

    /** Mails that nobody else in this run asks for. */
    RequestedMails mails(int mailboxes) {
        return new RequestedMails(surroundings.broker().bootstrapServers(), runs.incrementAndGet(), mailboxes);
    }

    /** Waits until it holds; gives up once the number has stood still for two minutes. */
    void await(String what, Supplier<? extends Number> moving, BooleanSupplier until) {
        var last = moving.get();
        var since = System.nanoTime();
        var told = since;
        while (!until.getAsBoolean()) {
            pause(Duration.ofMillis(20));
            var now = moving.get();
            if (!now.equals(last)) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new CannotMeasure("%s stand still at %s".formatted(what, now));
            }
            if (System.nanoTime() - told > Duration.ofSeconds(30).toNanos()) {
                told = System.nanoTime();
                progress.say("  %s: %,d".formatted(what, now.longValue()));
            }
        }
    }

    static void pause(Duration time) {
        LetterStage.pause(time);
    }
}
