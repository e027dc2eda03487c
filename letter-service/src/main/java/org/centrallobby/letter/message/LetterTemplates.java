package org.centrallobby.letter.message;

import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

    private final Engine engine = Engine.builder()
            .addValueResolver(new MergeFields())
            .addSectionHelper(new IfSectionHelper.Factory())
            .strictRendering(true)
            .build();

    private final TemplateCheck check = new TemplateCheck(engine);

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

    /**
     * The letter for one supporter and MP. Values are data: a brace in a name stays a brace. A subject that unusually long
     * names have made too long is cut.
     *
     * @param template one that was found without errors
     */
    public Wording merge(LetterTemplate template, MergeValues values) {
        var subject = render(template.subject(), values).replaceAll("\\s+", " ").strip();
        return new Wording(
                cut(subject, LONGEST_SUBJECT),
                cut(render(template.body(), values).strip(), LONGEST_BODY));
    }

    private String render(String template, MergeValues values) {
        return engine.parse(template).data(values).render();
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
