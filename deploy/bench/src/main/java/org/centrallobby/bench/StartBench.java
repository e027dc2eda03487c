package org.centrallobby.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** How soon each service is ready once it is started, and how much memory it has when nobody asks anything of it. */
final class StartBench {
    private static final double READY_SECONDS = 2.5;
    private static final double IDLE_MEGABYTES = 250;
    private static final int RUNS = 5;
    private static final int A_SECOND = 20;
    private static final Duration TRAINING = Duration.ofSeconds(100);
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(3);

    private final PlatformStage stage;

    StartBench(PlatformStage stage) {
        this.stage = stage;
    }

    /**
     * Records the ahead-of-time caches, unless they are there and newer than the services: some supporters take part, and each
     * service writes down at its end what that took.
     */
    void train() {
        var installation = stage.installation();
        if (stage.quick() || Installation.SERVICES.stream().allMatch(this::isTrained)) {
            return;
        }
        stage.progress().say("Recording the ahead-of-time caches");
        installation.start(name -> new String[] {"-XX:AOTCacheOutput=" + installation.cache(name)});
        stage.awaitSeats();
        var slug = stage.campaign(LetterStage.organisation(stage.letters()), "training");
        try (var clicks = new Clicks(stage.letters(), Duration.ofSeconds(1))) {
            stage.post().whenAsked(clicks::later);
            var first = 9 * PlatformStage.APART;
            var writers = stage.writers();
            Load.together(List.of(
                    training(stage.load(200, first, writers::script)),
                    training(stage.load(200, first, number -> writers.campaign(slug, number))),
                    training(stage.load(200, first, number -> writers.progress(slug, number))),
                    training(stage.load(200, first, number -> writers.member(slug, number))),
                    training(stage.load(200, first, number -> writers.preview(slug, number))),
                    training(stage.load(202, first, number -> writers.letter(slug, number)))));
            stage.post().awaitQuiet(Duration.ofSeconds(3), Duration.ofMinutes(1));
        }
        installation.stop(WRITTEN_WITHIN);
    }

    private static Callable<Load.Result> training(Load load) {
        return () -> load.open(4, A_SECOND, TRAINING);
    }

    private boolean isTrained(String name) {
        var cache = stage.installation().cache(name);
        var jar = stage.installation().application(name).folder().resolve("quarkus-run.jar");
        return Files.exists(cache)
                && cache.toFile().lastModified() > jar.toFile().lastModified();
    }

    void run() {
        stage.installation().stop(Duration.ofSeconds(20));
        Installation.SERVICES.forEach(this::measure);
        stage.installation().stop(Duration.ofSeconds(20));
    }

    private void measure(String name) {
        var installation = stage.installation();
        stage.progress().say("Starting the " + name);
        var idle = new double[1];
        var runs = stage.quick() ? 1 : RUNS;
        var count = new int[1];
        if (!stage.quick()) {
            // The first one migrates the database, where nothing has run before.
            start(name, false, idle);
        }
        var cached = Figures.of(runs, () -> start(name, ++count[0] == runs, idle, installation.cached(name)));
        var plain = stage.quick() ? cached : Figures.of(1, () -> start(name, false, new double[1]));
        stage.report()
                .add(
                        "%s: started to ready, data in place, with its ahead-of-time cache".formatted(name),
                        cached.text("%.2f", "s"),
                        "under 2.5 s",
                        plain.text("%.2f", "s without the cache"),
                        cached.median() < READY_SECONDS);
        stage.report()
                .add(
                        "%s: memory half a minute later (RSS)".formatted(name),
                        "%.0f MB".formatted(idle[0]),
                        "under 250 MB",
                        "",
                        idle[0] < IDLE_MEGABYTES);
    }

    private double start(String name, boolean rest, double[] idle, String... options) {
        try (var service = stage.installation().start(name, options)) {
            var seconds = service.awaitReady();
            if (rest) {
                LetterStage.pause(stage.quick() ? Duration.ZERO : Duration.ofSeconds(30));
                idle[0] = service.residentMegabytes();
            }
            return seconds;
        }
    }
}
