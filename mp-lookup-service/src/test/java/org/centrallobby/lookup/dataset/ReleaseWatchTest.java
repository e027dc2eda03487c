package org.centrallobby.lookup.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.seat.SeatRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class ReleaseWatchTest {
    @Inject
    Releases releases;

    @Inject
    Serving serving;

    @Inject
    Gate gate;

    @Inject
    PartForm form;

    @Inject
    SeatRegister register;

    @Inject
    Boundaries boundaries;

    @Inject
    DatasetConfig config;

    @Inject
    SampleAgain sample;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();

    @AfterEach
    void theSampleIsServedAgain() throws InterruptedException {
        sample.serve();
    }

    @Test
    void aReleaseOfAnotherVersionIsNotReadAllTheTime() throws InterruptedException {
        var before = Objects.requireNonNull(serving.loaded()).release();
        var watch = new ReleaseWatch(releases, countingDesk(), serving, now::get);
        unreadableRelease();

        watch.follow();
        watch.follow();

        assertThat(reads).hasValue(1);
        now.updateAndGet(moment -> moment.plus(Duration.ofSeconds(30)));
        watch.follow();
        assertThat(reads).hasValue(2);
        assertThat(Objects.requireNonNull(serving.loaded()).release()).isEqualTo(before);
    }

    private ReleaseDesk countingDesk() {
        return new ReleaseDesk(releases, serving, gate, form, register, boundaries, config, now::get) {
            @Override
            Optional<DatasetContent> content(Map<Part, UUID> parts) {
                reads.incrementAndGet();
                return super.content(parts);
            }
        };
    }

    private void unreadableRelease() {
        var part = new ReadPart(
                Part.PARLIAMENT, new PartContent.ParliamentState(Parliament.SITTING), ReadReport.clean(1, List.of()));
        QuarkusTransaction.requiringNew().run(() -> {
            var bytes = "in a form of the future".getBytes(UTF_8);
            var parts = new EnumMap<Part, UUID>(releases.newest().orElseThrow().parts());
            parts.put(
                    Part.PARLIAMENT,
                    releases.keep(part, "another version", bytes, Releases.sha256(bytes), true)
                            .id());
            releases.add(new Release("loaded by another version", parts, false, Instant.now(), Instant.now()));
        });
    }
}
