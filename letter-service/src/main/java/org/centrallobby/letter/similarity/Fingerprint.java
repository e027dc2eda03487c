package org.centrallobby.letter.similarity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/**
 * What is kept of a text to recognise its like: of the hashes of all its 32-byte windows those whose four lowest bits are
 * zero, one in sixteen. The choice depends on the words alone and not on where they stand, so two texts that share a
 * paragraph share its hashes. After U. Manber, "Finding similar files in a large file system" (1994), as WriteToThem uses it.
 */
public final class Fingerprint {
    private static final int LOWEST_BITS = 0xF;

    /** In ascending order, each once. */
    private final int[] hashes;

    private Fingerprint(int[] hashes) {
        this.hashes = hashes;
    }

    /** The fingerprint of a text; its case, punctuation and line ends do not matter. */
    public static Fingerprint of(String text) {
        return of(Windows.of(text));
    }

    static Fingerprint of(Windows windows) {
        var all = windows.hashes();
        var kept = Arrays.stream(all).filter(hash -> (hash & LOWEST_BITS) == 0).toArray();
        // A short text may have none of that kind, and would be like nothing at all.
        return kept.length > 0 || all.length == 0
                ? ordered(kept)
                : new Fingerprint(new int[] {Arrays.stream(all).reduce(all[0], Fingerprint::smaller)});
    }

    private static int smaller(int one, int other) {
        return Integer.compareUnsigned(one, other) <= 0 ? one : other;
    }

    /** The fingerprint of several texts together. */
    static Fingerprint union(Collection<Fingerprint> parts) {
        return ordered(
                parts.stream().flatMapToInt(part -> Arrays.stream(part.hashes)).toArray());
    }

    private static Fingerprint ordered(int[] hashes) {
        Arrays.sort(hashes);
        var count = 0;
        for (var hash : hashes) {
            if (count == 0 || hashes[count - 1] != hash) {
                hashes[count++] = hash;
            }
        }
        return new Fingerprint(Arrays.copyOf(hashes, count));
    }

    /** Reads what {@link #bytes} wrote. */
    public static Fingerprint read(byte[] bytes) {
        var hashes = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(hashes);
        return new Fingerprint(hashes);
    }

    /** Four bytes for each hash, in ascending order. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
        bytes.asIntBuffer().put(hashes);
        return bytes.array();
    }

    /**
     * The share of this text that stands in the other, 0 to 1. It has a direction: a postcard copied from a long letter is
     * wholly in it, the letter is not in the postcard.
     */
    public double shareIn(Fingerprint other) {
        if (hashes.length == 0) {
            return 0;
        }
        var common = 0;
        for (int mine = 0, theirs = 0; mine < hashes.length && theirs < other.hashes.length; ) {
            var order = Integer.compare(hashes[mine], other.hashes[theirs]);
            if (order == 0) {
                common++;
            }
            if (order <= 0) {
                mine++;
            }
            if (order >= 0) {
                theirs++;
            }
        }
        return (double) common / hashes.length;
    }

    /** How many hashes are kept. */
    int size() {
        return hashes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "Fingerprint[%d hashes]".formatted(hashes.length);
    }
}
