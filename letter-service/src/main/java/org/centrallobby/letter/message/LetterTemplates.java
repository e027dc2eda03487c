package org.centrallobby.letter.message;

import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Turns templates into letters. Templates come from organisations, so the engine has nothing registered but the merge
 * fields and {@code {#if}}: no loops, no includes, no methods, no beans. A template's work is bounded by its size.
 */
@ApplicationScoped
public class LetterTemplates {
    private static final int LONGEST_SUBJECT = 150;

    private final Engine engine = Engine.builder()
            .addValueResolver(new MergeFields())
            .addSectionHelper(new IfSectionHelper.Factory())
            .strictRendering(true)
            .build();

    /** The letter for one supporter and MP. Values are data: a brace in a name stays a brace. */
    public Wording merge(LetterTemplate template, MergeValues values) {
        var subject = render(template.subject(), values).replaceAll("\\s+", " ").strip();
        return new Wording(shortened(subject), render(template.body(), values).strip());
    }

    private String render(String template, MergeValues values) {
        return engine.parse(template).data(values).render();
    }

    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
