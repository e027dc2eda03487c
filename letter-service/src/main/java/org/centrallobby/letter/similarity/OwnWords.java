package org.centrallobby.letter.similarity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.Collectors;

/** How much of a letter its writer has written. All of its windows are looked at, not the few that a fingerprint keeps. */
final class OwnWords {
    private OwnWords() {}

    /**
     * The share of a letter that stands in none of the organisation's words, 0 to 100 per cent. Fewer than 32 bytes in a
     * row are nobody's words: they count as the writer's, also where the organisation uses them too, unless they are a whole
     * line of it, such as a short point.
     */
    static int share(String letter, Collection<String> organisation) {
        var text = NormalText.bytes(letter);
        if (text.length == 0) {
            return 0;
        }
        var theirs = organisation.stream()
                .flatMap(words -> Windows.hashes(NormalText.bytes(words)).boxed())
                .collect(Collectors.toSet());
        var size = Math.min(Windows.SIZE, text.length);
        var copied = new BitSet(text.length);
        var hashes = Windows.hashes(text).toArray();
        for (var start = 0; start < hashes.length; start++) {
            if (theirs.contains(hashes[start])) {
                copied.set(start, start + size);
            }
        }
        organisation.stream()
                .flatMap(String::lines)
                .map(NormalText::of)
                .filter(line -> !line.isEmpty() && line.length() < Windows.SIZE)
                .distinct()
                .forEach(line -> mark(line.getBytes(StandardCharsets.UTF_8), text, copied));
        return Math.round(100f * (text.length - copied.cardinality()) / text.length);
    }

    /** Marks where the line's words stand in the text, from the beginning of a word to the end of one. */
    private static void mark(byte[] line, byte[] text, BitSet copied) {
        for (var start = 0; start + line.length <= text.length; start++) {
            var end = start + line.length;
            if ((start == 0 || text[start - 1] == ' ')
                    && (end == text.length || text[end] == ' ')
                    && Arrays.equals(text, start, end, line, 0, line.length)) {
                copied.set(start, end);
            }
        }
    }
}
