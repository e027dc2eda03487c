package org.centrallobby.letter.map;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.centrallobby.letter.lookup.Seat;

/**
 * The map that stands where none is loaded. {@code united-kingdom.txt} is a drawing of the country with one letter for each of
 * the 650 seats; nations and regions get the hexagons of their letters, row by row in the order of the seats' names. Where only
 * some of the seats are known, each region keeps its middle hexagons and the regions move together.
 */
final class OwnLayout {
    private static final HexLayout LAYOUT = HexLayout.ODD_R;

    /** Letters of the drawing. Regions are named as the Office for National Statistics does. */
    private static final Map<String, Character> LETTERS = Map.ofEntries(
            Map.entry("Scotland", 'S'),
            Map.entry("Northern Ireland", 'N'),
            Map.entry("Wales", 'C'),
            Map.entry("North East", 'T'),
            Map.entry("North West", 'M'),
            Map.entry("Yorkshire and The Humber", 'Y'),
            Map.entry("East Midlands", 'D'),
            Map.entry("West Midlands", 'B'),
            Map.entry("East of England", 'E'),
            Map.entry("London", 'L'),
            Map.entry("South East", 'R'),
            Map.entry("South West", 'W'));

    /** A seat of England whose region is not known, as in events of older versions. */
    private static final char SOMEWHERE = '?';

    private static final Map<Character, List<Place>> DRAWING = drawing();

    private static final Spot CENTRE =
            Spot.middle(DRAWING.values().stream().flatMap(List::stream).toList());

    private record Spot(double x, double y) {
        static Spot of(Place place) {
            return new Spot(LAYOUT.x(place), LAYOUT.y(place));
        }

        static Spot middle(List<Place> places) {
            return new Spot(
                    places.stream().mapToDouble(LAYOUT::x).average().orElseThrow(),
                    places.stream().mapToDouble(LAYOUT::y).average().orElseThrow());
        }

        double distance(Place place) {
            return Math.hypot(LAYOUT.x(place) - x, LAYOUT.y(place) - y);
        }
    }

    private OwnLayout() {}

    static ConstituencyMap of(List<Seat> seats) {
        Map<Character, List<Seat>> regions =
                seats.stream().collect(Collectors.groupingBy(OwnLayout::letter, TreeMap::new, Collectors.toList()));
        // As close as the fullest region lets them.
        var scale = regions.entrySet().stream()
                .filter(region -> DRAWING.containsKey(region.getKey()))
                .mapToDouble(region -> Math.sqrt((double) region.getValue().size()
                        / cells(region.getKey()).size()))
                .max()
                .orElse(1);
        var taken = new HashSet<Place>();
        var places = new LinkedHashMap<String, Place>();
        regions.forEach((letter, those) -> {
            var hexagons = claim(letter, those.size(), Math.min(1, scale), taken);
            those.sort(Comparator.comparing((Seat seat) -> seat.constituency().name())
                    .thenComparing(seat -> seat.constituency().code()));
            for (var i = 0; i < hexagons.size(); i++) {
                places.put(those.get(i).constituency().code(), hexagons.get(i));
            }
        });
        return new ConstituencyMap(LAYOUT, MapSource.OWN, places);
    }

    private static char letter(Seat seat) {
        var nation = seat.constituency().nation();
        return nation.equals("England") && seat.region() == null
                ? SOMEWHERE
                : LETTERS.getOrDefault(nation.equals("England") ? seat.region() : nation, SOMEWHERE);
    }

    /** So many free hexagons for a region, from north to south and west to east. */
    private static List<Place> claim(char letter, int count, double scale, Set<Place> taken) {
        var middle = DRAWING.containsKey(letter) ? Spot.middle(cells(letter)) : CENTRE;
        var moved = new Spot(CENTRE.x + scale * (middle.x - CENTRE.x), CENTRE.y + scale * (middle.y - CENTRE.y));
        var claimed = new ArrayList<Place>();
        cells(letter).stream()
                .sorted(Comparator.comparingDouble(middle::distance))
                .limit(count)
                .map(Spot::of)
                .map(spot -> new Spot(spot.x - middle.x + moved.x, spot.y - middle.y + moved.y))
                .forEach(spot -> claimed.add(nearestFree(spot, taken)));
        while (claimed.size() < count) {
            claimed.add(nearestFree(moved, taken));
        }
        claimed.sort(Comparator.comparingInt(Place::r).reversed().thenComparingInt(Place::q));
        return claimed;
    }

    private static Place nearestFree(Spot spot, Set<Place> taken) {
        var r = (int) Math.round(-spot.y / 1.5);
        var q = (int) Math.floor(spot.x / Math.sqrt(3));
        for (var reach = 1; ; reach++) {
            Place best = null;
            for (var row = r - reach; row <= r + reach; row++) {
                for (var column = q - reach; column <= q + reach; column++) {
                    var place = new Place(column, row);
                    if (!taken.contains(place) && (best == null || spot.distance(place) < spot.distance(best))) {
                        best = place;
                    }
                }
            }
            // What lies outside of the square may be nearer than what was found in its corners.
            if (best != null && spot.distance(best) <= 1.5 * reach) {
                taken.add(best);
                return best;
            }
        }
    }

    private static List<Place> cells(char letter) {
        return DRAWING.getOrDefault(letter, List.of());
    }

    private static Map<Character, List<Place>> drawing() {
        try (var drawing = new BufferedReader(new InputStreamReader(
                requireNonNull(OwnLayout.class.getResourceAsStream("/map/united-kingdom.txt")),
                StandardCharsets.UTF_8))) {
            var cells = new TreeMap<Character, List<Place>>();
            var rows = drawing.lines().toList();
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).length(); column++) {
                    var letter = rows.get(row).charAt(column);
                    if (letter != '.') {
                        cells.computeIfAbsent(letter, unseen -> new ArrayList<>())
                                .add(new Place(column, -row));
                    }
                }
            }
            return cells;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
