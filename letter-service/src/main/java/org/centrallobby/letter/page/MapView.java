package org.centrallobby.letter.page;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.map.MapPicture;
import org.centrallobby.letter.map.MapSource;
import org.centrallobby.letter.statistics.Coverage;

/**
 * A campaign's map as its page shows it.
 *
 * @param order of the table: name, letters, or none for those without a letter
 * @param caption says which
 * @param svg the drawing
 * @param legend what each kind of hexagon means
 * @param rows of the table
 * @param silent constituencies that are still without a letter, the first few by name
 * @param silentCount how many there are
 */
record MapView(
        String order,
        String caption,
        int seats,
        int heard,
        long letters,
        boolean ownLayout,
        String svg,
        List<Sample> legend,
        List<Row> rows,
        List<String> silent,
        int silentCount) {
    private static final int SILENT_SHOWN = 12;

    /** @param svg a hexagon */
    record Sample(String svg, String meaning) {}

    /** @param count a number, or why there is none */
    record Row(String name, String count, boolean writtenTo) {}

    static MapView of(Coverage coverage, String campaign, Language language, String order) {
        var byName = coverage.constituencies().stream()
                .sorted(Comparator.comparing(
                        place -> place.nameIn(language), Collator.getInstance(Locale.forLanguageTag(language.tag()))))
                .toList();
        var silent = byName.stream().filter(Coverage.Reached::silent).toList();
        return new MapView(
                order,
                caption(language, order),
                coverage.seats(),
                coverage.heard(),
                coverage.letters(),
                coverage.source() == MapSource.OWN,
                coverage.inPage(language, campaign),
                legend(coverage, language),
                rows(byName, language, order),
                silent.stream()
                        .limit(SILENT_SHOWN)
                        .map(place -> place.nameIn(language))
                        .toList(),
                silent.size());
    }

    private static String caption(Language language, String order) {
        return switch (order) {
            case "letters" -> language.say("map.caption.letters");
            case "none" -> language.say("map.caption.none");
            default -> language.say("map.caption.name");
        };
    }

    private static List<Sample> legend(Coverage coverage, Language language) {
        var samples = new ArrayList<Sample>();
        var names = coverage.shades().named(language);
        for (var step = 0; step < names.size(); step++) {
            samples.add(new Sample(MapPicture.sample(coverage.layout(), step), names.get(step)));
        }
        if (coverage.seats() < coverage.constituencies().size()) {
            samples.add(new Sample(
                    MapPicture.sample(coverage.layout(), MapPicture.NOT_WRITTEN_TO), language.say("map.left-out")));
        }
        return samples;
    }

    private static List<Row> rows(List<Coverage.Reached> byName, Language language, String order) {
        var shown = byName.stream();
        if (order.equals("letters")) {
            shown = shown.sorted(
                    Comparator.comparingLong(Coverage.Reached::letters).reversed());
        } else if (order.equals("none")) {
            shown = shown.filter(Coverage.Reached::silent);
        }
        return shown.map(place -> new Row(
                        place.nameIn(language),
                        place.writtenTo() || place.letters() > 0
                                ? "%,d".formatted(place.letters())
                                : language.say("map.left-out"),
                        place.writtenTo()))
                .toList();
    }

    /** How many are silent beyond those that are named. */
    public int silentMore() {
        return silentCount - silent.size();
    }
}
