package org.centrallobby.letter.similarity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/** How much of a letter its writer has written. All of its windows are looked at, not the few that a fingerprint keeps. */
final class OwnWords {
    private OwnWords() {}

    /**
     * The share of a letter that stands in none of the organisation's words, 0 to 100 per cent. Fewer than 32 bytes in a
     * row are nobody's words: they count as the writer's, also where the organisation uses them too.
     */
    static int share(Windows letter, Collection<Windows> organisation) {
        if (letter.bytes() == 0) {
            return 0;
        }
        var theirs = organisation.stream()
                .flatMapToInt(words -> Arrays.stream(words.hashes()))
                .sorted()
                .toArray();
        var size = Math.min(Windows.SIZE, letter.bytes());
        var copied = new BitSet(letter.bytes());
        for (var start = 0; start < letter.hashes().length; start++) {
            if (Arrays.binarySearch(theirs, letter.hashes()[start]) >= 0) {
                copied.set(start, start + size);
            }
        }
        return Math.round(100f * (letter.bytes() - copied.cardinality()) / letter.bytes());
    }
}
