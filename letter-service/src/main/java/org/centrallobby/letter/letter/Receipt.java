package org.centrallobby.letter.letter;

import java.util.UUID;

/** That a letter was taken, in the same words whether or not it is new: nobody learns here who has written before. */
public record Receipt(UUID id, LetterState status) {}
