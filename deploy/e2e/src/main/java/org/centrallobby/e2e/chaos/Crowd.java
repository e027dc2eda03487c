package org.centrallobby.e2e.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Supporters who come when they come, whether or not the platform keeps up with them: the times between them are those of a
 * Poisson process, from the seed.
 */
final class Crowd implements AutoCloseable {
    private final Stage stage;
    private final Stage.Campaign campaign;
    private final long seed;
    private final ConcurrentLinkedQueue<Supporter> supporters = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Crowd(Stage stage, Stage.Campaign campaign, long seed) {
        this.stage = stage;
        this.campaign = campaign;
        this.seed = seed;
    }

    /** Has them come for so long, and returns when the last has come. */
    void come(double perSecond, Duration length) {
        var random = new Random(seed + 1);
        var begun = System.nanoTime();
        var at = 0.0;
        for (var number = 1; ; number++) {
            at += -Math.log(1 - random.nextDouble()) / perSecond;
            if (at * 1e9 > length.toNanos()) {
                return;
            }
            Pause.until(begun + (long) (at * 1e9));
            var supporter = new Supporter(number, seed, stage, campaign);
            supporters.add(supporter);
            threads.submit(supporter::takePart);
        }
    }

    int size() {
        return supporters.size();
    }

    /** How many are still at it. */
    long busy() {
        return supporters.stream().filter(supporter -> !supporter.isFinished()).count();
    }

    long confirmed() {
        return supporters.stream()
                .filter(supporter -> supporter.account().confirmed())
                .count();
    }

    List<Books.Account> accounts() {
        return supporters.stream().map(Supporter::account).toList();
    }

    /** Sends away whoever is still at it. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
