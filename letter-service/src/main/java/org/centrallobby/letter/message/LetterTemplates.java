package org.centrallobby.letter.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns templates into letters. Templates come from organisations, so the engine has nothing registered but the merge
 * fields and {@code {#if}}: no loops, no includes, no methods, no beans. A template's work is bounded by its size.
 */
@ApplicationScoped
public class LetterTemplates {
    /** The most characters in the subject of a letter. */
    public static final int LONGEST_SUBJECT = 150;

    /** The most characters in the body of a letter. */
    public static final int LONGEST_BODY = 10_000;

    /** The characters of all texts that are kept parsed: some hundred campaigns. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private final Engine engine = Engine.builder()
            .addValueResolver(new MergeFields())
            .addSectionHelper(new IfSectionHelper.Factory())
            .strictRendering(true)
            .build();

    private final TemplateCheck check = new TemplateCheck(engine);

    /** Parsing takes far longer than rendering, and every letter of a campaign renders the same texts. */
    private final Cache<String, Template> parsed = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<String, Template>weigher((text, template) -> text.length())
            .build();

    /** What keeps the text from being the subject of letters; empty where nothing does. */
    public List<TemplateError> subjectErrors(String subject) {
        var lineEnd = subject.indexOf('\n');
        return lineEnd < 0
                ? check.errors(subject, LONGEST_SUBJECT)
                : List.of(new TemplateError(1, lineEnd + 1, "Keep the subject to one line."));
    }

    /** What keeps the text from being the body of letters; empty where nothing does. */
    public List<TemplateError> bodyErrors(String body) {
        return check.errors(body, LONGEST_BODY);
    }

    /** The names of the facts without which the letter, found without errors, would have gaps. */
    public Set<String> factsIn(LetterTemplate template) {
        return template.pieces()
                .flatMap(piece -> check.facts(parsed(piece)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of them that stand somewhere without an {@code {#if fact.name}} that says what to print where there is none. */
    public Set<String> factsWithoutChoice(LetterTemplate template) {
        return template.pieces()
                .flatMap(piece -> check.facts(parsed(piece)).stream()
                        .filter(name -> !Pattern.compile("\\{#if\\s+fact\\." + name + "\\b")
                                .matcher(piece)
                                .find()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The letter for one supporter and MP. Values are data: a brace in a name stays a brace. A subject that unusually long
     * names have made too long is cut.
     *
     * @param template one that was found without errors
     * @param selection of points that the template has
     * @param turn which of the subjects it takes; any number, the same one gives the same subject
     */
    public Wording merge(LetterTemplate template, Selection selection, MergeValues values, int turn) {
        var subjects = template.subjects();
        var subject = render(subjects.get(Math.floorMod(turn, subjects.size())), values)
                .replaceAll("\\s+", " ")
                .strip();
        return new Wording(cut(subject, LONGEST_SUBJECT), cut(body(template, selection, values), LONGEST_BODY));
    }

    /** What the point says in a letter with these values. */
    public String merge(Point point, MergeValues values) {
        return render(point.text(), values).strip();
    }

    /** Everything that the organisation offers for the letter, of any length: the body, every point and the close. */
    public String everything(LetterTemplate template, MergeValues values) {
        return body(
                template,
                new Selection(template.points().stream().map(Point::id).toList(), ""),
                values);
    }

    private String body(LetterTemplate template, Selection selection, MergeValues values) {
        var points = selection.points().stream()
                .flatMap(id -> template.point(id).stream())
                .map(point -> merge(point, values));
        return Stream.of(
                        Stream.of(render(template.body(), values)),
                        points,
                        // As it was typed: nothing that a supporter writes is a template.
                        Stream.of(selection.personalLine()),
                        Stream.of(render(template.close(), values)))
                .flatMap(parts -> parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String render(String template, MergeValues values) {
        return parsed(template).data(values).render();
    }

    private Template parsed(String text) {
        return parsed.get(text, engine::parse);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // Not between the two halves of one character.
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
