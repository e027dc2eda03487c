package org.centrallobby.letter.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.TemplateError;
import org.centrallobby.letter.problem.FieldError;

/** Finds what is wrong with one letter of a campaign, all of it at once. */
final class LetterCheck {
    private static final Pattern GREETING = Pattern.compile("(?i)(dear|annwyl)\\b.*", Pattern.DOTALL);
    private static final Pattern CLOSE = Pattern.compile(
            "(?i)(.*\\n)?(yours (sincerely|faithfully)|yn gywir)\\b[^\\n]{0,5}(\\n.*)?", Pattern.DOTALL);

    private final LetterTemplates templates;
    private final LetterTemplate letter;
    private final String pointer;
    private final List<FieldError> errors = new ArrayList<>();

    /** @param pointer where the letter stands in the campaign, for instance {@code #/template} */
    LetterCheck(LetterTemplates templates, LetterTemplate letter, String pointer) {
        this.templates = templates;
        this.letter = letter;
        this.pointer = pointer;
    }

    /** Why no letter could be made from it. An empty one may still be written. */
    List<FieldError> usable() {
        report("/subject", templates.subjectErrors(letter.subject()));
        for (var i = 0; i < letter.moreSubjects().size(); i++) {
            report(
                    "/moreSubjects/" + i,
                    templates.subjectErrors(letter.moreSubjects().get(i)));
        }
        report("/body", templates.bodyErrors(letter.body()));
        report("/close", templates.bodyErrors(letter.close()));
        var ids = new HashSet<String>();
        for (var i = 0; i < letter.points().size(); i++) {
            var point = letter.points().get(i);
            report("/points/%d/text".formatted(i), templates.bodyErrors(point.text()));
            if (!ids.add(point.id())) {
                complain("/points/%d/id".formatted(i), "Another point has this id.");
            }
        }
        if (letter.mostPoints() > letter.points().size()) {
            complain(
                    "/mostPoints",
                    "There are only %d points.".formatted(letter.points().size()));
        }
        if (letter.leastPoints() > letter.mostPoints()) {
            complain("/leastPoints", "This is more than a supporter may take.");
        }
        return errors;
    }

    /** Why the public cannot use it, although letters could be made from it. */
    List<FieldError> complete() {
        if (letter.subject().isEmpty()) {
            complain("/subject", "Enter the subject of the letter.");
        }
        if (letter.isBlank()) {
            complain("/body", "Write the letter that supporters begin with.");
        }
        if (GREETING.matcher(letter.body()).matches()) {
            complain("/body", "Leave out the greeting: each letter is given the one for its MP.");
        }
        if (CLOSE.matcher(letter.body()).matches()) {
            complain("/body", "Leave out the close and signature: each letter is given its writer's.");
        }
        if (CLOSE.matcher(letter.close()).matches()) {
            complain("/close", "Leave out the signature: each letter is given its writer's.");
        }
        return errors;
    }

    private void report(String field, List<TemplateError> found) {
        found.forEach(
                error -> errors.add(new FieldError(pointer + field, error.detail(), error.line(), error.column())));
    }

    private void complain(String field, String detail) {
        errors.add(new FieldError(pointer + field, detail));
    }
}
