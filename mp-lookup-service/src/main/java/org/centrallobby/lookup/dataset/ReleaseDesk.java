package org.centrallobby.lookup.dataset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.ProblemType;
import org.centrallobby.lookup.seat.SeatRegister;
import org.centrallobby.lookup.time.Westminster;
import org.jspecify.annotations.Nullable;

/** Decides about releases. A release, its parts and the announcements of the seats it changes commit together. */
@ApplicationScoped
class ReleaseDesk {
    /** Storing ten megabytes takes a second, and another replica may have to wait for that. */
    private static final int LONGEST_SECONDS = 60;

    private final Releases releases;
    private final Serving serving;
    private final Gate gate;
    private final PartForm form;
    private final SeatRegister register;
    private final Boundaries boundaries;
    private final DatasetConfig config;
    private final InstantSource clock;

    ReleaseDesk(
            Releases releases,
            Serving serving,
            Gate gate,
            PartForm form,
            SeatRegister register,
            Boundaries boundaries,
            DatasetConfig config,
            InstantSource clock) {
        this.releases = releases;
        this.serving = serving;
        this.gate = gate;
        this.form = form;
        this.register = register;
        this.boundaries = boundaries;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A part that wants to serve.
     *
     * @param source what it was read from, without the folder
     * @param sample whether it ships with the service
     */
    record Candidate(ReadPart read, String source, boolean sample) {}

    /**
     * What was decided.
     *
     * @param release null if everything is loaded already
     * @param reports one for each candidate
     */
    record Decision(@Nullable Release release, DatasetContent content, List<ImportReport> reports) {}

    /** A release with what it is made of. */
    private record Standing(@Nullable Release release, DatasetContent content, Map<Part, PartVersion> versions) {
        boolean isSample(Part part) {
            var version = versions.get(part);
            return version == null || version.isSample();
        }
    }

    /** @throws Refused if one of the candidates does not pass the gate; then none is loaded */
    Decision decide(List<Candidate> candidates) {
        return inTurn(() -> {
            var before = standing();
            var completed = candidates.stream()
                    .map(candidate -> completed(candidate, before))
                    .toList();
            var checks = completed.stream()
                    .map(candidate -> checks(candidate, before))
                    .toList();
            return decide(before, completed, checks);
        });
    }

    /**
     * Makes a release of the parts of the one before the newest.
     *
     * @throws Failure if there is none, or its parts are forgotten
     */
    Decision goBack() {
        return inTurn(() -> {
            var before = standing();
            var newest = before.release();
            var earlier = newest == null ? List.<Release>of() : releases.before(newest.id(), 1);
            if (earlier.isEmpty()) {
                throw new Failure(
                        ProblemType.NOTHING_TO_RETURN_TO, "Only one release has been made. Load other data instead.");
            }
            var parts = earlier.getFirst().parts();
            var content = content(parts)
                    .orElseThrow(() -> new Failure(
                            ProblemType.NOTHING_TO_RETURN_TO,
                            "The data before are no longer kept. Load them again instead."));
            return release("back to release %d".formatted(earlier.getFirst().id()), parts, content, List.of());
        });
    }

    /** Makes a release of the same parts if Parliament has been dissolved, or sits again, since the newest was decided. */
    Optional<Decision> followParliament() {
        var loaded = serving.loaded();
        if (loaded == null || isDissolved(loaded.content()) == loaded.dissolved()) {
            return Optional.empty();
        }
        return inTurn(() -> {
            var before = standing();
            var newest = before.release();
            // Where it is still yesterday because the clock is behind nothing of the others' is undone.
            if (newest == null
                    || newest.isDissolved() == isDissolved(before.content())
                    || today().isBefore(Westminster.day(newest.decidedAt()))) {
                return Optional.empty();
            }
            var cause = isDissolved(before.content()) ? "Parliament is dissolved" : "Parliament sits";
            return Optional.of(release(cause, newest.parts(), before.content(), List.of()));
        });
    }

    /**
     * Makes a release of the same parts if this version of the service says of a seat what was never announced: an earlier
     * one may have known less of constituencies.
     */
    Optional<Decision> followVersion() {
        return inTurn(() -> {
            var newest = releases.newest();
            var content = newest.flatMap(release -> content(release.parts()));
            if (content.isEmpty()
                    || register.isAnnounced(
                            content.get().represented(boundaries, today()).values())) {
                return Optional.empty();
            }
            var parts = newest.orElseThrow().parts();
            return Optional.of(release("another version of the service", parts, content.get(), List.of()));
        });
    }

    /** The parts of a release, read; empty if one of them is no longer kept in the form of this version of the service. */
    Optional<DatasetContent> content(Map<Part, UUID> parts) {
        var content = Optional.of(DatasetContent.EMPTY);
        for (var part : parts.entrySet()) {
            content = content.flatMap(so -> inMemory(part.getKey(), part.getValue())
                    .or(() -> releases.content(part.getKey(), part.getValue()))
                    .map(so::with));
        }
        return content;
    }

    private Optional<PartContent> inMemory(Part part, UUID version) {
        var loaded = serving.loaded();
        return loaded != null && version.equals(loaded.parts().get(part))
                ? Optional.of(loaded.content().part(part))
                : Optional.empty();
    }

    private Decision decide(Standing before, List<Candidate> candidates, List<List<Check>> checks) {
        var parts = new EnumMap<Part, UUID>(Part.class);
        before.versions().forEach((part, version) -> parts.put(part, version.id()));
        var content = before.content();
        var loaded = new ArrayList<String>();
        for (var candidate : candidates) {
            var part = candidate.read().part();
            var bytes = form.write(candidate.read().content());
            var sha256 = Releases.sha256(bytes);
            var standing = before.versions().get(part);
            if (standing != null && !standing.isSample() && standing.sha256().equals(sha256)) {
                continue;
            }
            parts.put(
                    part,
                    releases.keep(candidate.read(), candidate.source(), bytes, sha256, candidate.sample())
                            .id());
            content = content.with(candidate.read().content());
            loaded.add(part.word());
            for (var other : Part.values()) {
                if (!candidate.sample()
                        && part.replacesSampleOf(other)
                        && before.isSample(other)
                        && before.versions().containsKey(other)) {
                    parts.remove(other);
                    content = content.without(other);
                }
            }
        }
        var reports = new ArrayList<ImportReport>();
        for (var i = 0; i < candidates.size(); i++) {
            reports.add(ImportReport.of(candidates.get(i).read(), checks.get(i), 0));
        }
        return loaded.isEmpty()
                ? new Decision(null, content, reports)
                : release("loaded " + String.join(", ", loaded), parts, content, reports);
    }

    private Decision release(String cause, Map<Part, UUID> parts, DatasetContent content, List<ImportReport> reports) {
        var now = clock.instant();
        var servesFrom = serving.loaded() == null ? now : now.plus(config.switchDelay());
        var release = releases.add(new Release(cause, parts, isDissolved(content), now, servesFrom));
        var announced =
                register.replace(content.represented(boundaries, today()).values());
        releases.flush();
        releases.forgetOldContent();
        return new Decision(
                release,
                content,
                reports.stream().map(report -> report.announcing(announced)).toList());
    }

    private Candidate completed(Candidate candidate, Standing before) {
        if (candidate.read().content() instanceof PartContent.Members(var seats)
                && !candidate.sample()
                && !before.isSample(Part.MEMBERS)) {
            var read = candidate.read();
            var completed = new KeptAddresses(before.content().seats(), today()).completed(seats, read.officesKnown());
            return new Candidate(read.with(new PartContent.Members(completed)), candidate.source(), candidate.sample());
        }
        return candidate;
    }

    private List<Check> checks(Candidate candidate, Standing before) {
        if (candidate.sample()) {
            return List.of();
        }
        var part = candidate.read().part();
        var checks = gate.checks(
                candidate.read(), before.isSample(part) ? null : before.content(), isDissolved(before.content()));
        var report = ImportReport.of(candidate.read(), checks, 0);
        if (!report.isPassed()) {
            throw new Refused(part, report);
        }
        return checks;
    }

    private Standing standing() {
        var newest = releases.newest();
        if (newest.isEmpty()) {
            return new Standing(null, DatasetContent.EMPTY, Map.of());
        }
        var versions = new HashMap<Part, PartVersion>();
        releases.versions(List.of(newest.get())).values().forEach(version -> versions.put(version.part(), version));
        return new Standing(newest.get(), content(newest.get().parts()).orElse(DatasetContent.EMPTY), versions);
    }

    private <T> T inTurn(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            releases.lock();
            return work.call();
        });
    }

    private boolean isDissolved(DatasetContent content) {
        return content.parliament().isDissolvedOn(today());
    }

    private LocalDate today() {
        return Westminster.day(clock.instant());
    }
}
