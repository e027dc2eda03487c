package org.centrallobby.e2e.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One run: the platform comes up, letters flow while the plan's faults befall it, the faults end, nothing moves any more, and
 * every letter is audited.
 *
 * @param home the checkout, with the packaged services
 * @param folder where everything is kept, logs included; empty at the beginning
 * @param faults how long there are faults
 * @param rest how long everything may take to come to rest afterwards
 * @param rate how many supporters come in a second
 * @param progress gets a line whenever something has happened
 */
record ChaosRun(
        Path home, Path folder, long seed, Duration faults, Duration rest, double rate, Consumer<String> progress) {
    private static final Duration NEWS_EVERY = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofSeconds(1);

    /** What came of a run. */
    record Outcome(Ledger ledger, List<Faults.Done> done, Duration underFault, Duration length) {
        String text() {
            return "%s%n%n%s%nUnder a fault for %d of %d s.%n"
                    .formatted(ledger.text(), Ledger.text(done), underFault.toSeconds(), length.toSeconds());
        }
    }

    Outcome run() {
        var plan = Plan.of(seed, faults);
        progress.accept("The plan of seed %d:%n%s".formatted(seed, plan.text()));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var stage = Stage.set(home, folder)) {
            var campaign = stage.publishCampaign();
            awaitSeats(stage, campaign);
            var books = new BookKeeping(stage);
            var dataset = books.dataset();
            progress.accept("Everything is up; the faults begin.");
            try (var crowd = new Crowd(stage, campaign, seed);
                    var injector = new Faults(stage, progress)) {
                var coming = Thread.ofPlatform().start(() -> crowd.come(rate, faults));
                var news = Thread.ofPlatform().daemon().start(() -> tell(stage, crowd));
                var begun = System.nanoTime();
                injector.run(plan);
                join(coming);
                var length = Duration.ofNanos(System.nanoTime() - begun);
                progress.accept("The faults are over; %d supporters have come.".formatted(crowd.size()));
                awaitRest(stage, books, crowd);
                news.interrupt();
                return new Outcome(
                        Ledger.of(books.close(crowd, campaign, dataset)),
                        injector.done(),
                        underFault(injector.done()),
                        length);
            }
        }
    }

    /** Until the letter-service has heard from Kafka who sits where. */
    private static void awaitSeats(Stage stage, Stage.Campaign campaign) {
        for (var postcode : Stage.POSTCODES) {
            var url = "%s/v1/public/campaigns/%s/mp?postcode=%s"
                    .formatted(stage.letterUrl(), campaign.slug(), postcode.replace(" ", "%20"));
            var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (Web.get(url).status() != 200) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The letter-service has not heard of the seats");
                }
                Pause.of(Duration.ofMillis(200));
            }
        }
    }

    /** Waits until nothing has moved for a moment, or the time is over: what moves then is in the books. */
    private void awaitRest(Stage stage, BookKeeping books, Crowd crowd) {
        var end = System.nanoTime() + rest.toNanos();
        var still = 0;
        while (still < 3 && System.nanoTime() < end) {
            Pause.of(ROUND);
            still = isStill(stage, books, crowd) ? still + 1 : 0;
        }
        progress.accept(still >= 3 ? "All is at rest." : "Not all is at rest: the ledger says what moves.");
    }

    private static boolean isStill(Stage stage, BookKeeping books, Crowd crowd) {
        try {
            return crowd.busy() == 0 && moving(books.leftOver()).isEmpty() && !offeredAgain(stage, books);
        } catch (IllegalStateException e) {
            // Somebody is still coming back.
            return false;
        }
    }

    /** What lies in a dead letter topic lies there for good. */
    private static Map<String, Long> moving(Map<String, Long> leftOver) {
        return leftOver.entrySet().stream()
                .filter(place -> place.getValue() > 0 && !place.getKey().endsWith(".dlq"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** An operator asks the relay for what is in doubt, and has offered again what it never took. */
    private static boolean offeredAgain(Stage stage, BookKeeping books) {
        var arrived = stage.sink().arrivals().stream().map(Arrival::mail).collect(Collectors.toSet());
        var missing =
                books.held().stream().filter(mail -> !arrived.contains(mail)).toList();
        missing.forEach(mail -> Web.post(
                "%s/v1/mails/%s/retry".formatted(stage.mailUrl(), mail),
                null,
                Map.of("Authorization", "Bearer " + Stage.OPERATOR_KEY)));
        return !missing.isEmpty();
    }

    private void tell(Stage stage, Crowd crowd) {
        try {
            while (true) {
                Thread.sleep(NEWS_EVERY);
                progress.accept("  %d supporters, %d of them busy, %d have confirmed; %d mails arrived"
                        .formatted(
                                crowd.size(),
                                crowd.busy(),
                                crowd.confirmed(),
                                stage.sink().count()));
            }
        } catch (InterruptedException e) {
            // The run is over.
        }
    }

    /** How long at least one part was in trouble. */
    static Duration underFault(List<Faults.Done> done) {
        var sum = 0L;
        var until = Long.MIN_VALUE;
        for (var each : done.stream()
                .sorted(java.util.Comparator.comparingLong(Faults.Done::began))
                .toList()) {
            var from = Math.max(until, each.began());
            sum += Math.max(0, each.ended() - from);
            until = Math.max(until, each.ended());
        }
        return Duration.ofNanos(sum);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
