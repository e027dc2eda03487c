package org.centrallobby.lookup.constituency;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name of a place without what its writers differ in: accents, case, punctuation, hyphens, "&" for "and". */
public record FoldedName(String text) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`.]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static FoldedName of(String name) {
        var words = APOSTROPHES.matcher(unaccented(name).replace("&", " and ")).replaceAll("");
        return new FoldedName(OTHER.matcher(words).replaceAll(" ").strip().toLowerCase(Locale.ROOT));
    }

    /** The name without its accents. */
    public static String unaccented(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    }
}
