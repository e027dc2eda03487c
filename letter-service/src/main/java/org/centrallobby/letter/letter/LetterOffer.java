package org.centrallobby.letter.letter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.language.Said;
import org.centrallobby.letter.message.Fact;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.Outcome;
import org.centrallobby.letter.message.Selection;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What the campaign's rules have for one seat.
 *
 * @param facts of the seat's constituency
 */
record LetterOffer(Outcome kind, LetterTemplate template, String language, Map<String, Fact> facts) {
    /** @param points null where the supporter has not chosen */
    Selection selection(@Nullable List<String> points, String personalLine) {
        if (points == null) {
            return new Selection(template.firstPoints(), personalLine);
        }
        if (points.stream().anyMatch(id -> template.point(id).isEmpty())) {
            throw invalid(Said.of("field.points.unknown"));
        }
        if (new HashSet<>(points).size() < points.size()) {
            throw invalid(Said.of("field.points.twice"));
        }
        if (points.size() < template.leastPoints() || points.size() > template.mostPoints()) {
            throw invalid(
                    template.leastPoints() == template.mostPoints()
                            ? Said.of("field.points.count", "count", template.leastPoints())
                            : new Said(
                                    "field.points.range",
                                    Map.of("least", template.leastPoints(), "most", template.mostPoints())));
        }
        return new Selection(points, personalLine);
    }

    private static Failure invalid(Said said) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError("#/points", said)));
    }
}
