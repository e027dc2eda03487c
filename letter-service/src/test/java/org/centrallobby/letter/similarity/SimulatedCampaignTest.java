package org.centrallobby.letter.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.MergeValues;
import org.centrallobby.letter.message.Point;
import org.centrallobby.letter.message.Selection;
import org.junit.jupiter.api.Test;

/** Ten thousand supporters who take points and add a line: what their MPs' offices would see, by the gate's own measure. */
class SimulatedCampaignTest {
    private static final int LETTERS = 10_000;
    private static final int PAIRS = 200_000;

    private static final List<String> POINTS = List.of(
            "Cameras made by Hikvision and Dahua hang in departments, councils, police stations and hospitals. Nobody has counted all of them.",
            "Both companies are subject to China's National Intelligence Law, which can oblige them to help that state's services. A contract cannot change that.",
            "The same cameras have been used in the repression of Uyghurs and Tibetans, in police stations and in camps that held over a million people.",
            "After a security review departments were told to stop installing this equipment and to consider removing it. Considering sets no date.",
            "Without a timetable a camera that nobody has to replace stays on its wall for ten years or more, and with it the risk.",
            "A plan known in advance lets a council replace equipment when it is due anyway, which costs less than doing it in a hurry.",
            "Our public money should not support companies that profit from the surveillance of whole peoples.",
            "Several of our allies have set dates for the removal of this equipment already. We would not be the first, only late.");

    private static final List<List<String>> LINE = List.of(
            List.of(
                    "I have lived here for",
                    "My family has been in this town for",
                    "I moved to this street about",
                    "I have worked at the hospital for"),
            List.of("three years", "eleven years", "most of my life", "two decades", "a year and a half"),
            List.of(
                    "and pass such a camera",
                    "and my children walk past one",
                    "and there is one above the door",
                    "and I count six of them"),
            List.of(
                    "every morning",
                    "on the way to school",
                    "at the clinic",
                    "by the library",
                    "outside the station",
                    "at the bus stop"),
            List.of(
                    "which I did not know until last week.",
                    "and it has begun to trouble me.",
                    "so this is not far away for me.",
                    "and nobody asked us.",
                    "and my neighbour, who fled Urumqi, will not walk there."));

    private final LetterTemplates templates = new LetterTemplates();

    @Test
    void lettersOfPointsAndPersonalLinesAreMostlyUnlikeEachOther() {
        var random = new Random(20_261_124);
        var prints = IntStream.range(0, LETTERS)
                .mapToObj(number -> Fingerprint.of(letter(random)))
                .toList();
        var likeness = IntStream.range(0, PAIRS)
                .mapToDouble(pair -> {
                    var one = random.nextInt(LETTERS);
                    var other = (one + 1 + random.nextInt(LETTERS - 1)) % LETTERS;
                    return prints.get(one).shareIn(prints.get(other));
                })
                .sorted()
                .toArray();
        var median = likeness[PAIRS / 2];
        System.out.printf(
                "10,000 letters of points and personal lines: median pairwise similarity %.3f, mean %.3f, 90th percentile %.3f over %,d pairs%n",
                median, Arrays.stream(likeness).average().orElseThrow(), likeness[PAIRS * 9 / 10], PAIRS);

        assertThat(median).isLessThan(0.5).isPositive();
        // The same campaign as one fixed letter would be all alike: the measure tells them apart.
        assertThat(Fingerprint.of(String.join("\n\n", POINTS)).shareIn(Fingerprint.of(String.join(" ", POINTS))))
                .isEqualTo(1);
    }

    /** Two to four points in any order, and a line of one's own. */
    private String letter(Random random) {
        var points = IntStream.range(0, POINTS.size())
                .mapToObj(number -> new Point("p" + number, "Point", POINTS.get(number)))
                .toList();
        var template = new LetterTemplate(
                "Cameras",
                List.of(),
                "I live in {constituency.name} and write about the Procurement Bill.",
                points,
                2,
                4,
                "Will you vote for a timetable?",
                List.of());
        var ids = new ArrayList<>(points.stream().map(Point::id).toList());
        Collections.shuffle(ids, random);
        var line = LINE.stream()
                .map(choices -> choices.get(random.nextInt(choices.size())))
                .reduce((first, second) -> first + " " + second)
                .orElseThrow();
        var values = new MergeValues("M", "M", "P", "Leeds East", "Cameras", "Clear Sight", "S", Map.of());
        return templates
                .merge(template, new Selection(ids.subList(0, 2 + random.nextInt(3)), line), values, 0)
                .body();
    }
}
