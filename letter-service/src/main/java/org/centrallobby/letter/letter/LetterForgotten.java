package org.centrallobby.letter.letter;

import java.util.UUID;

/** Nobody knows any more who wrote this letter. Fired as a CDI event inside the transaction that forgets it. */
public record LetterForgotten(UUID letter) {}
