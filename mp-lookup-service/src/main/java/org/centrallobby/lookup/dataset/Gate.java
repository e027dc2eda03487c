package org.centrallobby.lookup.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.constituency.Nation;
import org.centrallobby.lookup.member.ContactKind;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.seat.Seat;
import org.centrallobby.lookup.seat.SeatStatus;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether what was read may serve. Publishers have shipped a directory with the constituencies of the decade before,
 * and one that lacked tens of thousands of rows; sources of members have lost two of them to the spelling of a name.
 */
@ApplicationScoped
class Gate {
    /** Of constituencies and the like, so many are named. */
    private static final int NAMED = 5;

    private final GateConfig config;
    private final Boundaries boundaries;

    Gate(GateConfig config, Boundaries boundaries) {
        this.config = config;
        this.boundaries = boundaries;
    }

    /**
     * What was checked.
     *
     * @param before what serves now; null if that is the sample or nothing, with which nothing is compared
     * @param dissolved whether Parliament is, so that seats without members are no surprise
     */
    List<Check> checks(ReadPart read, @Nullable DatasetContent before, boolean dissolved) {
        var checks = new ArrayList<Check>();
        checks.add(rejected(read.report()));
        switch (read.content()) {
            case PartContent.Postcodes(var index) -> {
                checks.add(knownCodes(read.report()));
                checks.addAll(postcodes(index, before == null ? null : before.postcodes(), false));
            }
            case PartContent.NorthernIreland(var index) -> {
                checks.add(knownCodes(read.report()));
                var earlier = before == null ? null : before.northernIreland().orElse(null);
                checks.addAll(postcodes(index, earlier, true));
            }
            case PartContent.Splits splits ->
                checks.add(Check.of(
                        "there is a row at least", splits.records() > 0, "%d rows".formatted(splits.records())));
            case PartContent.Members(var seats) ->
                checks.addAll(members(seats, before == null ? Map.of() : before.seats(), dissolved));
            case PartContent.Corrections ignored -> {}
            case PartContent.ParliamentState ignored -> {}
        }
        return List.copyOf(checks);
    }

    private Check rejected(ReadReport report) {
        var allowed = (long) (report.rows() * config.rejectedShare());
        return Check.of(
                "hardly any row is unusable",
                report.rejected() <= allowed,
                "%d of %d rows, %d are allowed".formatted(report.rejected(), report.rows(), allowed));
    }

    private Check knownCodes(ReadReport report) {
        return Check.of(
                "every constituency is one of the %s boundaries".formatted(boundaries.name()),
                report.unknownCodes() == 0,
                "%d rows name another".formatted(report.unknownCodes()));
    }

    private List<Check> postcodes(PostcodeIndex now, @Nullable PostcodeIndex before, boolean northernIreland) {
        var checks = new ArrayList<Check>();
        checks.add(Check.of("there is a postcode at least", now.size() > 0, "%d postcodes".formatted(now.size())));
        if (config.wholeCountry()) {
            var counts = now.countByPlace(boundaries.size());
            var without = IntStream.range(0, counts.length)
                    .filter(place -> counts[place] == 0)
                    .mapToObj(boundaries::at)
                    .filter(constituency -> (constituency.nation() == Nation.NORTHERN_IRELAND) == northernIreland)
                    .map(constituency -> constituency.name())
                    .toList();
            checks.add(Check.of("every constituency has a postcode", without.isEmpty(), named(without)));
        }
        if (before != null && before.size() > 0) {
            var earlier = before.size() - before.terminated();
            var present = now.size() - now.terminated();
            var change = earlier == 0 ? 0 : Math.abs(present - earlier) / (double) earlier;
            checks.add(Check.of(
                    "about as many postcodes are in use as before",
                    change <= config.liveChange(),
                    String.format(
                            Locale.ROOT,
                            "%d now, %d before: %.2f %%, %.2f %% are allowed",
                            present,
                            earlier,
                            change * 100,
                            config.liveChange() * 100)));
        }
        return checks;
    }

    private List<Check> members(Map<String, Seat> now, Map<String, Seat> before, boolean dissolved) {
        var checks = new ArrayList<Check>();
        checks.add(Check.of("there is a seat at least", !now.isEmpty(), "%d seats".formatted(now.size())));
        if (config.wholeCountry()) {
            var without = boundaries.all().stream()
                    .filter(constituency -> !now.containsKey(constituency.code()))
                    .map(constituency -> constituency.name())
                    .toList();
            checks.add(Check.of("every seat is there", without.isEmpty(), named(without)));
            var filled = now.values().stream()
                    .filter(seat -> seat.status() == SeatStatus.FILLED)
                    .count();
            checks.add(Check.of(
                    "nearly every seat has a member",
                    dissolved || filled >= config.filledSeats(),
                    "%d have one, %d are asked for. If Parliament is dissolved, say so first"
                            .formatted(filled, config.filledSeats())));
        }
        var lost = now.values().stream()
                .filter(seat -> hasLostAddress(seat, before))
                .count();
        checks.add(Check.of(
                "hardly any member has lost the e-mail address",
                lost <= config.lostAddresses(),
                "%d have, %d are allowed".formatted(lost, config.lostAddresses())));
        return checks;
    }

    /** Its address was kept because the new data no longer name it, and the data before did. */
    private static boolean hasLostAddress(Seat seat, Map<String, Seat> before) {
        var member = seat.member();
        return member != null
                && member.contact().emailMissingSince() != null
                && before.values().stream()
                        .map(Seat::member)
                        .filter(Objects::nonNull)
                        .anyMatch(earlier -> earlier.id() == member.id()
                                && earlier.contact().kind() == ContactKind.EMAIL
                                && earlier.contact().emailMissingSince() == null);
    }

    private static String named(List<String> names) {
        if (names.isEmpty()) {
            return "none is missing";
        }
        var first = String.join(", ", names.stream().limit(NAMED).toList());
        return "%d are missing: %s%s".formatted(names.size(), first, names.size() > NAMED ? ", ..." : "");
    }
}
