package org.centrallobby.letter.statistics;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.map.ConstituencyMap;
import org.centrallobby.letter.map.HexLayout;
import org.centrallobby.letter.map.MapPicture;
import org.centrallobby.letter.map.MapSource;
import org.centrallobby.letter.map.Place;
import org.centrallobby.letter.map.Shades;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a campaign's letters reach, seat by seat.
 *
 * @param seats how many the campaign writes to
 * @param heard how many of them had a letter that counts
 * @param letters that count, in all of them
 * @param layout how columns and rows lie, as HexJSON names it
 * @param source loaded: the map is the operator's; own: it is drawn from the nations and regions
 * @param constituencies every one that is known, by name
 */
@Schema(example = """
        {"seats": 632, "heard": 1, "letters": 12, "layout": "odd-r", "source": "loaded", "constituencies": [{"code": \
        "E14001167", "name": "Chingford and Woodford Green", "nameCy": null, "q": 66, "r": -36, "letters": 12, "writtenTo": true}]}\
        """)
public record Coverage(
        int seats, int heard, long letters, HexLayout layout, MapSource source, List<Reached> constituencies) {
    /**
     * @param q its column, growing to the east
     * @param r its row, growing to the north
     * @param letters from it that count
     * @param writtenTo whether the campaign writes to its MP
     */
    @Schema(name = "ReachedConstituency", example = """
            {"code": "E14001167", "name": "Chingford and Woodford Green", "nameCy": null, "q": 66, "r": -36, "letters": 12, \
            "writtenTo": true}\
            """)
    public record Reached(
            String code, String name, @Nullable String nameCy, int q, int r, long letters, boolean writtenTo) {
        /** Its name as a page in that language writes it. */
        public String nameIn(Language language) {
            return new Constituency(code, name, nameCy).nameIn(language.tag());
        }

        /** Whether the campaign waits for its first letter from there. */
        public boolean silent() {
            return writtenTo && letters == 0;
        }
    }

    static Coverage of(ConstituencyMap map, List<Reached> constituencies) {
        return new Coverage(
                (int) constituencies.stream().filter(Reached::writtenTo).count(),
                (int) constituencies.stream()
                        .filter(place -> place.writtenTo() && place.letters() > 0)
                        .count(),
                constituencies.stream().mapToLong(Reached::letters).sum(),
                map.layout(),
                map.source(),
                constituencies);
    }

    /** Seats without a letter that lie nearest to a constituency on the map, the nearest first; none where that is not known. */
    List<Constituency> near(String code, int most) {
        var places = constituencies.stream()
                .collect(Collectors.toMap(Reached::code, place -> new Place(place.q(), place.r())));
        var silent = constituencies.stream()
                .filter(Reached::silent)
                .collect(Collectors.toMap(Reached::code, Function.identity()));
        return new ConstituencyMap(layout, source, places)
                .nearest(code, silent.keySet(), most).stream()
                        .map(silent::get)
                        .map(place -> new Constituency(place.code(), place.name(), place.nameCy()))
                        .toList();
    }

    /** The steps of the map. */
    public Shades shades() {
        return Shades.upTo(
                constituencies.stream().mapToLong(Reached::letters).max().orElse(0));
    }

    /** The map for a page. */
    public String inPage(Language language, String campaign) {
        return MapPicture.inPage(
                layout, hexagons(language), language.say("map.title", "campaign", campaign), language.say("map.text"));
    }

    /** The map with all that is needed to read it. */
    public String alone(Language language, String campaign) {
        var summary = "%s. %s."
                .formatted(
                        language.say("map.letters", "count", letters),
                        language.say("map.heard", "heard", heard, "seats", seats));
        return MapPicture.alone(
                layout,
                hexagons(language),
                summary,
                new MapPicture.Caption(
                        language.say("map.title", "campaign", campaign),
                        summary,
                        shades().named(language),
                        seats == constituencies.size() ? null : language.say("map.left-out"),
                        language.tag()));
    }

    private List<MapPicture.Hexagon> hexagons(Language language) {
        var shades = shades();
        return constituencies.stream()
                .map(place -> new MapPicture.Hexagon(
                        new Place(place.q(), place.r()),
                        "%s: %s".formatted(place.nameIn(language), said(place, language)),
                        place.writtenTo() || place.letters() > 0
                                ? shades.step(place.letters())
                                : MapPicture.NOT_WRITTEN_TO))
                .toList();
    }

    private static String said(Reached place, Language language) {
        if (place.letters() > 0) {
            return language.say("map.letters", "count", place.letters());
        }
        return place.writtenTo() ? language.say("map.none") : language.say("map.left-out");
    }
}
