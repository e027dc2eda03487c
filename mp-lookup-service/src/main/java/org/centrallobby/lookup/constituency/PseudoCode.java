package org.centrallobby.lookup.constituency;

/** What the ONS writes where a place has none of something: a letter and eight nines, {@code L99999999} on the Channel Islands. */
public final class PseudoCode {
    private static final int LENGTH = 9;

    private PseudoCode() {}

    /** Whether such a code stands in the bytes. */
    public static boolean is(byte[] bytes, int from, int to) {
        if (to - from != LENGTH || bytes[from] < 'A' || bytes[from] > 'Z') {
            return false;
        }
        for (var at = from + 1; at < to; at++) {
            if (bytes[at] != '9') {
                return false;
            }
        }
        return true;
    }
}
