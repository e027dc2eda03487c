package org.centrallobby.letter.confirmation;

import java.util.UUID;
import org.centrallobby.letter.letter.LetterState;

/** That a letter is confirmed, and how it stands by now. */
public record ConfirmedLetter(UUID letter, LetterState status) {}
