package org.centrallobby.letter.comment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a comment was taken and waits to be read. */
@Schema(example = """
        {"id": "01936f50-0000-7000-8000-000000000001", "state": "pending"}\
        """)
public record WrittenComment(UUID id, CommentState state) {}
