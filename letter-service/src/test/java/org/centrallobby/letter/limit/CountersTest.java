package org.centrallobby.letter.limit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.limit.Counter.What;
import org.junit.jupiter.api.Test;

@ServiceTest
class CountersTest {
    private static final int THREADS = 8;
    private static final int LETTERS = 100;

    @Inject
    DataSource database;

    @Inject
    LimitsConfig config;

    @Inject
    Rush rush;

    @Inject
    Scene scene;

    @Test
    void replicasCountTogetherAndExactly() throws Exception {
        var replicas = List.of(new Counters(database, config), new Counters(database, config));
        var counters = new ArrayList<>(
                List.of(counter(What.ADDRESS), counter(What.NETWORK), counter(What.CAMPAIGN), counter(What.MEMBER)));
        var standing = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var work = new ArrayList<Future<Integer>>();
            for (var letter = 0; letter < LETTERS; letter++) {
                var replica = replicas.get(letter % 2);
                // In whatever order they are named, they are locked in one: no two letters wait for each other.
                Collections.shuffle(counters);
                var named = List.copyOf(counters);
                work.add(threads.submit(() -> replica.add(named).of(What.CAMPAIGN)));
            }
            for (var done : work) {
                standing.add(done.get());
            }
        }

        assertThat(standing)
                .as("every letter was told a number of its own")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, LETTERS).boxed().toList());
        assertThat(counters)
                .allSatisfy(counter ->
                        assertThat(rush.taken(counter.what(), counter.whom())).isEqualTo(LETTERS));
    }

    @Test
    void whatWasNotTakenIsTakenBack() {
        var counters = new Counters(database, config);
        var counter = counter(What.ADDRESS);
        counters.add(List.of(counter));
        var count = counters.add(List.of(counter));

        counters.takeBack(List.of(counter), count);

        assertThat(count.of(What.ADDRESS)).isEqualTo(2);
        assertThat(rush.taken(What.ADDRESS, counter.whom())).isEqualTo(1);
    }

    @Test
    void theWindowEndsForEveryoneAtOnce() {
        var counters = new Counters(database, config);
        var first = counters.add(List.of(counter(What.ADDRESS)));
        var second = counters.add(List.of(counter(What.NETWORK)));

        assertThat(second.endsAt()).isEqualTo(first.endsAt());
        assertThat(first.endsAt().getEpochSecond() % config.window().toSeconds())
                .isZero();
        assertThat(first.left()).isPositive().isLessThanOrEqualTo(config.window());
    }

    @Test
    void whatIsOverIsForgotten() {
        var over = UUID.randomUUID().toString();
        scene.change(
                "insert into limit_count (what, whom, ends_at, taken) values ('CODE', '%s', now() - interval '2 minutes', 9)"
                        .formatted(over));
        var counter = counter(What.CODE);
        var counters = new Counters(database, config);
        counters.add(List.of(counter));

        while (counters.forget(1_000) == 1_000) {
            // There may be more of other tests.
        }

        assertThat(scene.rows("select 1 from limit_count where whom = '%s'".formatted(over)))
                .isEmpty();
        assertThat(rush.taken(What.CODE, counter.whom())).isEqualTo(1);
    }

    private static Counter counter(What what) {
        return new Counter(what, UUID.randomUUID().toString());
    }
}
