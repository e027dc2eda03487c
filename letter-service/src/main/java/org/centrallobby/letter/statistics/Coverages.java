package org.centrallobby.letter.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.SeatMessages;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.map.ConstituencyMaps;
import org.centrallobby.letter.platform.ShownFor;
import org.centrallobby.letter.platform.StatisticsConfig;

/** Tells which seats a campaign's letters have reached. */
@ApplicationScoped
public class Coverages {
    private final LetterCounts counts;
    private final Seats seats;
    private final SeatMessages messages;
    private final ConstituencyMaps maps;
    private final ShownFor<UUID, Coverage> shown;

    Coverages(LetterCounts counts, Seats seats, SeatMessages messages, ConstituencyMaps maps, StatisticsConfig config) {
        this.counts = counts;
        this.seats = seats;
        this.messages = messages;
        this.maps = maps;
        this.shown = new ShownFor<>(config);
    }

    /** Exact to a second. */
    @Transactional
    public Coverage of(Campaign campaign) {
        return shown.of(campaign.id(), () -> counted(campaign));
    }

    /** A few milliseconds of work. */
    private Coverage counted(Campaign campaign) {
        var all = seats.all();
        var map = maps.of(all);
        var asked = messages.writtenTo(campaign, all).stream()
                .map(seat -> seat.constituency().code())
                .collect(Collectors.toSet());
        var letters = counts.of(campaign.id(), Dimension.CONSTITUENCY).by(Dimension.CONSTITUENCY).stream()
                .collect(Collectors.toMap(Counts::key, Counts::standing));
        return Coverage.of(
                map,
                all.stream()
                        .map(Seat::constituency)
                        .map(place -> new Coverage.Reached(
                                place.code(),
                                place.name(),
                                place.nameCy(),
                                map.at(place.code()).q(),
                                map.at(place.code()).r(),
                                letters.getOrDefault(place.code(), 0L),
                                asked.contains(place.code())))
                        .toList());
    }
}
