package org.centrallobby.lookup.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.dataset.DatasetView.Members;
import org.centrallobby.lookup.dataset.DatasetView.PartView;
import org.centrallobby.lookup.dataset.DatasetView.Postcodes;
import org.centrallobby.lookup.dataset.DatasetView.ReleasePage;
import org.centrallobby.lookup.dataset.DatasetView.ReleaseView;
import org.centrallobby.lookup.postcode.CurrentAnswers;
import org.centrallobby.lookup.seat.CurrentHouse;
import org.centrallobby.lookup.seat.Representation;
import org.centrallobby.lookup.seat.SeatStatus;
import org.centrallobby.lookup.web.Page;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tells what is served and what was. */
@ApplicationScoped
class DatasetStatus {
    private static final int IMPORTS_SHOWN = 20;

    /** The words that the licences of the sources ask for. */
    private static final String ATTRIBUTION =
            "Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and"
                    + " database right. Source: Office for National Statistics licensed under the Open Government Licence v3.0."
                    + " Contains Parliamentary information licensed under the Open Parliament Licence v3.0.";

    private final Releases releases;
    private final ImportRuns runs;
    private final Serving serving;
    private final CurrentAnswers answers;
    private final CurrentHouse house;
    private final Boundaries boundaries;

    DatasetStatus(
            Releases releases,
            ImportRuns runs,
            Serving serving,
            CurrentAnswers answers,
            CurrentHouse house,
            Boundaries boundaries) {
        this.releases = releases;
        this.runs = runs;
        this.serving = serving;
        this.answers = answers;
        this.house = house;
        this.boundaries = boundaries;
    }

    @Transactional
    DatasetView inTransaction() {
        return now();
    }

    DatasetView now() {
        var loaded = Objects.requireNonNull(serving.loaded(), "Nothing is asked before something serves");
        var release = releases.findById(loaded.release());
        return new DatasetView(
                boundaries.name(),
                view(release, null, releases.versions(List.of(release))),
                postcodes(),
                members(List.copyOf(house.get().all())),
                loaded.content().parliament(),
                runs.latest(IMPORTS_SHOWN).stream().map(runs::view).toList(),
                ATTRIBUTION);
    }

    RestResponse<ReleasePage> releases(int limit, @Nullable String cursor) {
        Page.requireLimit(limit);
        var found = releases.before(id(cursor), limit + 1);
        var versions = releases.versions(found);
        var views = new ArrayList<ReleaseView>();
        Instant until = cursor == null
                ? null
                : releases.findByIdOptional(id(cursor)).map(Release::servesFrom).orElse(null);
        for (var release : found) {
            views.add(view(release, until, versions));
            until = release.servesFrom();
        }
        var page = Page.of(views, limit, release -> Long.toString(release.id()));
        return page.answer("/v1/dataset/releases", limit, new ReleasePage(page.items(), page.next()));
    }

    ReleasePage releaseAt(String moment) {
        var found = releases.at(instant(moment));
        var views = found
                .map(release -> view(
                        release,
                        releases.after(release).map(Release::servesFrom).orElse(null),
                        releases.versions(List.of(release))))
                .stream()
                .toList();
        return new ReleasePage(views, null);
    }

    private static ReleaseView view(Release release, @Nullable Instant until, Map<UUID, PartVersion> versions) {
        var parts = release.parts().values().stream()
                .map(id -> PartView.of(Objects.requireNonNull(versions.get(id))))
                .sorted(Comparator.comparing(PartView::part))
                .toList();
        return new ReleaseView(release.id(), release.cause(), release.servesFrom(), until, parts);
    }

    private Postcodes postcodes() {
        var directory = answers.get().directory();
        return new Postcodes(
                directory.size(),
                directory.size() - directory.terminated(),
                directory.terminated(),
                directory.splitPostcodes(),
                directory.hasNorthernIreland());
    }

    private static Members members(List<Representation> seats) {
        var missing = seats.stream()
                .map(seat -> seat.seat().member())
                .filter(member -> member != null && member.contact().emailMissingSince() != null)
                .count();
        return new Members(
                seats.size(),
                count(seats, SeatStatus.FILLED),
                count(seats, SeatStatus.VACANT),
                count(seats, SeatStatus.DISSOLVED),
                count(seats, SeatStatus.UNKNOWN),
                (int) missing);
    }

    private static int count(List<Representation> seats, SeatStatus status) {
        return (int)
                seats.stream().filter(seat -> seat.seat().status() == status).count();
    }

    private static long id(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Page.invalid("#/cursor", "Take the cursor from the page before.");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Page.invalid("#/at", "Write the moment like 2026-06-27T12:00:00Z.");
        }
    }
}
