package org.centrallobby.letter.similarity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * What is kept of a text to recognise its like: of the hashes of all its 32-byte windows those whose four lowest bits are
 * zero, one in sixteen. The choice depends on the words alone and not on where they stand, so two texts that share a
 * paragraph share its hashes. After U. Manber, "Finding similar files in a large file system" (1994), as WriteToThem uses it.
 */
public final class Fingerprint {
    private static final int LOWEST_BITS = 0xF;

    private final int[] hashes;

    private Fingerprint(IntStream hashes) {
        this.hashes = hashes.sorted().distinct().toArray();
    }

    /** The fingerprint of a text; its case, punctuation and line ends do not matter. */
    public static Fingerprint of(String text) {
        var all = Windows.hashes(NormalText.bytes(text)).toArray();
        var kept = Arrays.stream(all).filter(hash -> (hash & LOWEST_BITS) == 0).toArray();
        // A short text may have none of that kind, and would be like nothing at all.
        return new Fingerprint(
                kept.length > 0
                        ? Arrays.stream(kept)
                        : Arrays.stream(all).boxed().min(Integer::compareUnsigned).stream()
                                .mapToInt(Integer::intValue));
    }

    /** The fingerprint of several texts together. */
    static Fingerprint union(Collection<Fingerprint> parts) {
        return new Fingerprint(parts.stream().flatMapToInt(part -> Arrays.stream(part.hashes)));
    }

    /** Reads what {@link #bytes} wrote. */
    public static Fingerprint read(byte[] bytes) {
        var values = ByteBuffer.wrap(bytes).asIntBuffer();
        return new Fingerprint(IntStream.generate(values::get).limit(values.remaining()));
    }

    /** Four bytes for each hash. */
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
