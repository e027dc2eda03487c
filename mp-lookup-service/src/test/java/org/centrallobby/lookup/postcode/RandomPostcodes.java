package org.centrallobby.lookup.postcode;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Postcodes, and the ways in which people type them. */
final class RandomPostcodes {
    private static final List<String> NOISE = List.of("", " ", "  ", "-", "\u2013", "\u00A0", ".", " (", ")", "\t");

    private RandomPostcodes() {}

    /** Any postcode of one of the areas. */
    static Postcode next(Random random, List<String> areas) {
        var letters = Postcode.INWARD_LETTERS;
        var suffix = switch (random.nextInt(3)) {
            case 0 -> String.valueOf((char) ('A' + random.nextInt(26)));
            case 1 -> String.valueOf(random.nextInt(10));
            default -> "";
        };
        return new Postcode(
                areas.get(random.nextInt(areas.size())) + random.nextInt(10) + suffix,
                "" + random.nextInt(10)
                        + letters.charAt(random.nextInt(letters.length()))
                        + letters.charAt(random.nextInt(letters.length())));
    }

    /** The postcode as somebody may type it: any case, blanks and marks anywhere, sometimes O for 0 or I for 1. */
    static String typed(Random random, Postcode postcode) {
        var text = postcode.outward() + (random.nextBoolean() ? " " : "") + postcode.inward();
        if (random.nextInt(4) == 0) {
            text = text.replace('0', 'O').replace('1', 'I');
        }
        var typed = new StringBuilder(NOISE.get(random.nextInt(NOISE.size())));
        for (var c : text.toCharArray()) {
            typed.append(c);
            if (random.nextInt(5) == 0) {
                typed.append(NOISE.get(random.nextInt(NOISE.size())));
            }
        }
        return random.nextBoolean() ? typed.toString().toLowerCase(Locale.ROOT) : typed.toString();
    }
}
