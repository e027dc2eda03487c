package org.centrallobby.letter.message;

import java.util.List;

/**
 * What a supporter makes of a template.
 *
 * @param points the ids of those they took, in their order
 * @param personalLine their own words, any number of paragraphs; empty while they have written none
 */
public record Selection(List<String> points, String personalLine) {
    public Selection {
        points = List.copyOf(points);
    }

    @Override
    public String toString() {
        return "Selection%s".formatted(points);
    }
}
