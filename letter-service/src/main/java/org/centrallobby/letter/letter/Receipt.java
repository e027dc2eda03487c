package org.centrallobby.letter.letter;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a letter was taken, in the same words whether or not it is new: nobody learns here who has written before. */
@Schema(example = """
        {"id": "01936f41-0000-7000-8000-000000000001", "status": "awaiting-confirmation"}\
        """)
public record Receipt(UUID id, LetterState status) {}
