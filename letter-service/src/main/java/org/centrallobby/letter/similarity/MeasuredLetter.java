package org.centrallobby.letter.similarity;

/**
 * What the gate has found out about a letter.
 *
 * @param ownWords how much of it stands in none of the organisation's words, 0 to 100 per cent
 */
public record MeasuredLetter(Fingerprint fingerprint, int ownWords, Likeness likeness, WhenAlike verdict) {}
