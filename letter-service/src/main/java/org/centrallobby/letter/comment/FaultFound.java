package org.centrallobby.letter.comment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody finds wrong with a comment. */
@Schema(example = """
        {"reason": "private-details"}\
        """)
record FaultFound(
        @NotNull(
                message = "Choose what is wrong: abusive, hateful, private-details, illegal, spam, off-topic or other.")
        CommentFault reason) {}
