package org.centrallobby.letter.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment as its organisation sees it.
 *
 * @param letter the confirmed letter it belongs to; who wrote that is told elsewhere and with another scope
 * @param name as it is shown; null once it is erased
 * @param constituency the GSS code of where its writer lives
 * @param text null once it is erased
 * @param rejectedFor null unless it is rejected
 * @param reports what readers complained of, the most frequent first
 */
@Schema(example = CommentView.EXAMPLE)
record CommentView(
        UUID id,
        UUID campaign,
        UUID letter,
        CommentState state,
        @Nullable String name,
        String constituency,
        @Nullable String text,
        Instant writtenAt,
        Instant stateSince,
        @Nullable CommentFault rejectedFor,
        List<CommentReports.Report> reports) {
    static final String EXAMPLE = """
            {"id": "01936f50-0000-7000-8000-000000000001", "campaign": "01936f30-0000-7000-8000-000000000001", "letter": \
            "01936f41-0000-7000-8000-000000000001", "state": "reported", "name": "Gwen H.", "constituency": "E14001167", \
            "text": "The library is where my children do their homework.", "writtenAt": "2026-11-24T10:20:00Z", \
            "stateSince": "2026-11-24T11:02:00Z", "rejectedFor": null, "reports": [{"reason": "spam", "reports": 3}]}""";

    static CommentView of(Comment comment, List<CommentReports.Report> reports) {
        return new CommentView(
                comment.id(),
                comment.campaign(),
                comment.letter(),
                comment.state(),
                comment.shownName(),
                comment.constituency(),
                comment.text(),
                comment.writtenAt(),
                comment.stateSince(),
                comment.rejectedFor(),
                reports);
    }

    @Override
    public String toString() {
        return "CommentView[%s]".formatted(id);
    }
}
