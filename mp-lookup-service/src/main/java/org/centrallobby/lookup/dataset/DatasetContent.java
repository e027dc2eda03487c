package org.centrallobby.lookup.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.postcode.PostcodeDirectory;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.seat.Representation;
import org.centrallobby.lookup.seat.Seat;

/**
 * The parts of a release, read.
 *
 * @param splits the places of the constituencies by the packed postcode
 * @param seats by the codes of their constituencies, as the source says, before corrections
 */
record DatasetContent(
        PostcodeIndex postcodes,
        Optional<PostcodeIndex> northernIreland,
        Map<Integer, List<Integer>> splits,
        Map<String, Seat> seats,
        List<Correction> corrections,
        Parliament parliament) {

    /** Nothing is loaded. */
    static final DatasetContent EMPTY = new DatasetContent(
            PostcodeIndex.EMPTY, Optional.empty(), Map.of(), Map.of(), List.of(), Parliament.SITTING);

    DatasetContent with(PartContent part) {
        return switch (part) {
            case PartContent.Postcodes(var index) ->
                new DatasetContent(index, northernIreland, splits, seats, corrections, parliament);
            case PartContent.NorthernIreland(var index) ->
                new DatasetContent(postcodes, Optional.of(index), splits, seats, corrections, parliament);
            case PartContent.Splits(var places) ->
                new DatasetContent(postcodes, northernIreland, places, seats, corrections, parliament);
            case PartContent.Members(var held) ->
                new DatasetContent(postcodes, northernIreland, splits, held, corrections, parliament);
            case PartContent.Corrections(var known) ->
                new DatasetContent(postcodes, northernIreland, splits, seats, known, parliament);
            case PartContent.ParliamentState(var state) ->
                new DatasetContent(postcodes, northernIreland, splits, seats, corrections, state);
        };
    }

    /** The same without a part. */
    DatasetContent without(Part part) {
        return switch (part) {
            case NORTHERN_IRELAND ->
                new DatasetContent(postcodes, Optional.empty(), splits, seats, corrections, parliament);
            case POSTCODES, SPLITS, MEMBERS, CORRECTIONS, PARLIAMENT -> with(EMPTY.part(part));
        };
    }

    /** @throws java.util.NoSuchElementException if there are no postcodes of Northern Ireland and these are asked for */
    PartContent part(Part part) {
        return switch (part) {
            case POSTCODES -> new PartContent.Postcodes(postcodes);
            case NORTHERN_IRELAND -> new PartContent.NorthernIreland(northernIreland.orElseThrow());
            case SPLITS -> new PartContent.Splits(splits);
            case MEMBERS -> new PartContent.Members(seats);
            case CORRECTIONS -> new PartContent.Corrections(corrections);
            case PARLIAMENT -> new PartContent.ParliamentState(parliament);
        };
    }

    PostcodeDirectory directory() {
        return PostcodeDirectory.of(postcodes, northernIreland, splits);
    }

    /** The seats of all constituencies that postcodes or members refer to, as they are on that day, by their codes. */
    Map<String, Representation> represented(Boundaries boundaries, LocalDate day) {
        var codes = new TreeSet<>(seats.keySet());
        places(boundaries).forEach(place -> codes.add(boundaries.at(place).code()));
        var represented = new TreeMap<String, Representation>();
        for (var code : codes) {
            var constituency = boundaries.find(code).orElseThrow();
            represented.put(code, new Representation(constituency, seat(code, day)));
        }
        return represented;
    }

    private Seat seat(String code, LocalDate day) {
        var seat = seats.getOrDefault(code, Seat.UNKNOWN);
        if (parliament.isDissolvedOn(day)) {
            return Seat.dissolved(parliament.dissolvedOn());
        }
        return seat.member() == null ? seat : Seat.filled(corrected(code, seat.member()), seat.since());
    }

    private Member corrected(String code, Member member) {
        return corrections.stream()
                .filter(correction -> correction.constituency().equals(code) && correction.concerns(member))
                .findFirst()
                .map(correction -> member.with(correction.contact()))
                .orElse(member);
    }

    private TreeSet<Integer> places(Boundaries boundaries) {
        var places = new TreeSet<Integer>();
        addPlaces(postcodes, boundaries, places);
        northernIreland.ifPresent(index -> addPlaces(index, boundaries, places));
        splits.values().forEach(places::addAll);
        return places;
    }

    private static void addPlaces(PostcodeIndex index, Boundaries boundaries, TreeSet<Integer> places) {
        var counts = index.countByPlace(boundaries.size());
        for (var place = 0; place < counts.length; place++) {
            if (counts[place] > 0) {
                places.add(place);
            }
        }
    }

    @Override
    public String toString() {
        return "DatasetContent[%d postcodes, %d seats]".formatted(postcodes.size(), seats.size());
    }
}
