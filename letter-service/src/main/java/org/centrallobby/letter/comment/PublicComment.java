package org.centrallobby.letter.comment;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A comment as everybody sees it.
 *
 * @param name of its writer, as little as the campaign shows: the first name, mostly with an initial
 * @param constituency the name of where they live, as campaigns are about MPs
 * @param text plain text; show it as text
 */
@Schema(example = PublicComment.EXAMPLE)
public record PublicComment(UUID id, String name, String constituency, String text, Instant writtenAt) {
    static final String EXAMPLE = """
            {"id": "01936f50-0000-7000-8000-000000000001", "name": "Gwen H.", "constituency": "Chingford and Woodford \
            Green", "text": "The library is where my children do their homework.", "writtenAt": "2026-11-24T10:20:00Z"}""";

    static PublicComment of(Comment comment) {
        var name = comment.shownName();
        var text = comment.text();
        if (name == null || text == null) {
            // Only what is off the wall is erased.
            throw new Failure(ProblemType.NOT_FOUND, "There is no such comment.");
        }
        return new PublicComment(comment.id(), name, comment.constituencyName(), text, comment.writtenAt());
    }

    @Override
    public String toString() {
        return "PublicComment[%s]".formatted(id);
    }
}
