package org.centrallobby.letter.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Refuses what would be expensive to read, before the engine reads it: the engine works its way down nested sections and
 * brackets by recursion, and what one tag costs grows with its length.
 */
final class TemplateBounds {
    /** The longest template in characters. */
    static final int LENGTH = 20_000;

    private static final int SECTIONS = 100;
    private static final int TAG_LENGTH = 200;

    private TemplateBounds() {}

    static List<TemplateError> errors(String text) {
        if (text.length() > LENGTH) {
            return List.of(new TemplateError(
                    1, 1, "Keep the text to %,d characters; it has %,d.".formatted(LENGTH, text.length())));
        }
        var errors = new ArrayList<TemplateError>();
        var sections = 0;
        var place = new Place(1, 1);
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t') {
                errors.add(place.error("Take out the invisible control character here."));
            }
            if (opensTag(text, i) && text.charAt(i + 1) == '{') {
                errors.add(place.error(
                        "A field stands in single braces, {member.name}. Write \\\\{ where a brace is meant."));
            }
            if (opensTag(text, i)) {
                if (text.charAt(i + 1) == '#' && ++sections == SECTIONS + 1) {
                    errors.add(place.error("Use at most %d {#if} and {#else} in one text.".formatted(SECTIONS)));
                }
                var end = Math.min(text.length(), i + TAG_LENGTH + 1);
                if (end == i + TAG_LENGTH + 1 && text.substring(i, end).indexOf('}') < 0) {
                    errors.add(place.error(
                            "This brace is not closed within %d characters. Close it with }, or write \\{ where a brace is meant."
                                    .formatted(TAG_LENGTH)));
                }
            }
            place = place.after(character);
        }
        return errors.stream().limit(TemplateCheck.MOST_ERRORS).toList();
    }

    private static boolean opensTag(String text, int i) {
        return text.charAt(i) == '{'
                && i + 1 < text.length()
                && !Character.isWhitespace(text.charAt(i + 1))
                && (i == 0 || text.charAt(i - 1) != '\\');
    }

    private record Place(int line, int column) {
        Place after(char character) {
            return character == '\n' ? new Place(line + 1, 1) : new Place(line, column + 1);
        }

        TemplateError error(String detail) {
            return new TemplateError(line, column, detail);
        }
    }
}
