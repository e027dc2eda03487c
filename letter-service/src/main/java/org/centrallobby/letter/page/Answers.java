package org.centrallobby.letter.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.centrallobby.letter.letter.PreviewLetter;
import org.centrallobby.letter.letter.Way;
import org.centrallobby.letter.letter.WriteLetter;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter has typed so far. It travels in the pages' forms: this service remembers nothing of an unfinished letter.
 *
 * @param body all of the letter in their words; null while it is made of points and a line of their own
 * @param points the ids of those they took, in their order; null while they have not been asked
 * @param order the ids of all points as they are shown, those too that they have not taken; empty for the campaign's order
 * @param seen the letter that the points made when they last saw it whole; empty before that
 * @param writtenFor the code of the constituency whose MP the subject and the body are for; empty while there are none
 * @param consent whether they ticked the organisation's box
 * @param via how they came to the campaign, as its address said; empty where it did not
 * @param from the code of the personal link over which they came; empty where they came without one
 */
record Answers(
        String postcode,
        String constituency,
        String name,
        String email,
        String address,
        String subject,
        @Nullable String body,
        @Nullable List<String> points,
        List<String> order,
        String ownLine,
        String seen,
        String writtenFor,
        boolean consent,
        String via,
        String from) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{6,64}");
    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9-]{1,32}");

    /** Nothing yet of somebody who came that way; null where the address does not say. */
    static Answers of(@Nullable String via, @Nullable String from) {
        return new Answers(
                "", "", "", "", "", "", null, null, List.of(), "", "", "", false, matched(CHANNEL, via), code(from));
    }

    static Answers of(Map<String, List<String>> form) {
        return new Answers(
                text(form, "postcode"),
                text(form, "constituency"),
                text(form, "name"),
                text(form, "email"),
                lines(form, "address"),
                text(form, "subject"),
                form.containsKey("body") ? lines(form, "body") : null,
                form.containsKey("asked") ? form.getOrDefault("points", List.of()) : null,
                form.getOrDefault("order", List.of()),
                lines(form, "personalLine"),
                lines(form, "seen"),
                text(form, "writtenFor"),
                form.containsKey("consent"),
                text(form, "via"),
                code(text(form, "from")));
    }

    /** The code of a personal link; empty where it has not the form of one. */
    static String code(@Nullable String typed) {
        return matched(CODE, typed);
    }

    private static String matched(Pattern form, @Nullable String typed) {
        return typed != null && form.matcher(typed).matches() ? typed : "";
    }

    /** The letter that the campaign proposes; {@code standIn} stands where the name will. */
    PreviewLetter proposal(String standIn, String language) {
        return new PreviewLetter(postcode, constituency, nameOr(standIn), null, null, null, null, null, null, language);
    }

    /** The letter that points and the line of their own make, whoever signs it. */
    PreviewLetter composition(String standIn, String language) {
        return new PreviewLetter(
                postcode, constituency, nameOr(standIn), null, null, null, null, points, ownLine, language);
    }

    /** Whether they write all of it themselves, and not from points. */
    public boolean ofOnePiece() {
        return body != null;
    }

    /** Whether they have been asked which points they take. */
    public boolean asked() {
        return points != null;
    }

    /** The points they took, in their order. */
    public List<String> taken() {
        return points == null ? List.of() : points;
    }

    /** All that they have written or seen of the letter, to be copied from a page that can do no more for it. */
    public String words() {
        if (body != null) {
            return body;
        }
        return seen.isEmpty() ? ownLine : seen;
    }

    /** Whether anything would be lost that took more than a moment to type. */
    boolean hasWords() {
        return (body != null && !body.isBlank()) || !ownLine.isBlank();
    }

    /** The letter in the supporter's words; {@code standIn} stands where the name will. */
    PreviewLetter own(String standIn, String language) {
        return new PreviewLetter(
                postcode,
                constituency,
                nameOr(standIn),
                email,
                address,
                subject.isBlank() ? null : subject,
                body,
                points,
                ownLine,
                language);
    }

    /** The letter as it was last seen whole. */
    WriteLetter letter(String language, Way way) {
        return new WriteLetter(
                postcode,
                constituency,
                name,
                email,
                address,
                subject,
                body == null ? seen : body,
                consent,
                language,
                via,
                from.isEmpty() ? null : from,
                way,
                null);
    }

    private String nameOr(String standIn) {
        return name.isBlank() ? standIn : name;
    }

    Answers withSubject(String proposed, String seat) {
        return with(subject.isEmpty() ? proposed : subject, body, seen, seat);
    }

    Answers withBody(String words) {
        return with(subject, words, seen, writtenFor);
    }

    Answers withSeen(String words) {
        return with(subject, body, words, writtenFor);
    }

    /** With one point a place further up or down: {@code up:} or {@code down:} and its id. */
    Answers moved(String move) {
        var shown = new ArrayList<>(order.isEmpty() ? taken() : order);
        var place = shown.indexOf(move.substring(move.indexOf(':') + 1));
        var other = move.startsWith("up:") ? place - 1 : place + 1;
        if (place < 0 || other < 0 || other >= shown.size()) {
            return this;
        }
        Collections.swap(shown, place, other);
        var moved = points == null
                ? null
                : points.stream()
                        .sorted(Comparator.comparingInt(shown::indexOf))
                        .toList();
        return new Answers(
                postcode,
                constituency,
                name,
                email,
                address,
                subject,
                body,
                moved,
                List.copyOf(shown),
                ownLine,
                seen,
                writtenFor,
                consent,
                via,
                from);
    }

    private Answers with(String newSubject, @Nullable String newBody, String newSeen, String seat) {
        return new Answers(
                postcode,
                constituency,
                name,
                email,
                address,
                newSubject,
                newBody,
                points,
                order,
                ownLine,
                newSeen,
                seat,
                consent,
                via,
                from);
    }

    private static String text(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    /** Browsers end the lines of a text area with CRLF. */
    private static String lines(Map<String, List<String>> form, String name) {
        return text(form, name).replace("\r\n", "\n");
    }

    @Override
    public String toString() {
        return "Answers[***]";
    }
}
