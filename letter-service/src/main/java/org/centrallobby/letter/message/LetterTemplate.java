package org.centrallobby.letter.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An organisation's letter with merge fields such as {@code {member.name}} and sections {@code {#if ...}{#else}{/if}}, as
 * it was typed. In the letter stand the body, the points that the supporter takes in their order, the supporter's personal
 * line, and the close. Greeting, signature, address and footer are not part of it: the platform adds them.
 *
 * @param subject one line
 * @param moreSubjects further subjects; letters take turns with all of them
 * @param body plain text; a blank line ends a paragraph
 * @param points in the order in which they are offered
 * @param leastPoints how many a supporter takes at least
 * @param mostPoints how many a supporter takes at most; 0 where there are none
 * @param close the last paragraphs, after everything else; may be empty
 * @param prompts questions that help a supporter to their personal line; they are never in a letter
 */
public record LetterTemplate(
        String subject,
        List<String> moreSubjects,
        String body,
        List<Point> points,
        int leastPoints,
        int mostPoints,
        String close,
        List<String> prompts) {
    /** A letter in which nothing is written yet. */
    public static final LetterTemplate EMPTY = of("", "");

    public LetterTemplate {
        moreSubjects = List.copyOf(moreSubjects);
        points = List.copyOf(points);
        prompts = List.copyOf(prompts);
    }

    /** A letter of one piece. */
    public static LetterTemplate of(String subject, String body) {
        return new LetterTemplate(subject, List.of(), body, List.of(), 0, 0, "", List.of());
    }

    /** The subjects that letters take turns with, at least one. */
    List<String> subjects() {
        return Stream.concat(Stream.of(subject), moreSubjects.stream()).toList();
    }

    /** Every piece in which merge fields may stand. */
    Stream<String> pieces() {
        return Stream.of(
                        subjects().stream(),
                        Stream.of(body, close),
                        points.stream().map(Point::text))
                .flatMap(pieces -> pieces);
    }

    /** The point with this id; empty where the letter has none. */
    public Optional<Point> point(String id) {
        return points.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** What is taken for a supporter who has not chosen: the first points, as few as the letter asks for and at least one. */
    public List<String> firstPoints() {
        return points.stream().limit(Math.max(1, leastPoints)).map(Point::id).toList();
    }

    /** Whether nothing has been written that could become a letter. */
    public boolean isBlank() {
        return body.isBlank() && points.isEmpty();
    }
}
