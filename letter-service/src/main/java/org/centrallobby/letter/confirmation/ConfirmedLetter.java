package org.centrallobby.letter.confirmation;

import java.util.UUID;
import org.centrallobby.letter.letter.LetterState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a letter is confirmed, and how it stands by now. */
@Schema(example = """
        {"letter": "01936f41-0000-7000-8000-000000000001", "status": "confirmed"}\
        """)
public record ConfirmedLetter(UUID letter, LetterState status) {}
