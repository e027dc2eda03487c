package org.centrallobby.letter.ownmailbox;

import org.centrallobby.letter.letter.LetterState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That it is noted; the same for whoever has written to the MP before, whose letter counts once. */
@Schema(example = "{\"status\": \"sent-by-writer\"}")
record SentLetter(LetterState status) {}
