package org.centrallobby.lookup.postcode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody typed where a postcode was asked for: spaces, hyphens, dots, brackets and case do not matter, and O and
 * 0, I and 1 are taken for each other where the place in the postcode asks for the other one.
 */
final class TypedPostcode {
    /** Longer input is not looked at. */
    /** Of what is typed, blanks and all; nobody means more by a postcode. */
    private static final int LONGEST = 200;

    /** Letter (A) or digit (9) at each place, the inward half included, by the length of the whole. */
    private static final List<String> SHAPES = List.of("A99AA", "A999AA", "AA99AA", "A9A9AA", "AA999AA", "AA9A9AA");

    private final String compact;

    private TypedPostcode(String compact) {
        this.compact = compact;
    }

    static TypedPostcode of(String text) {
        var kept = new StringBuilder();
        text.chars().limit(LONGEST).filter(Character::isLetterOrDigit).forEach(c -> kept.append((char) c));
        var tooLong = text.length() > LONGEST;
        return new TypedPostcode(tooLong ? "" : kept.toString().toUpperCase(Locale.ROOT));
    }

    /** Capitals and digits only; empty where nothing was left. */
    String compact() {
        return compact;
    }

    /** What the text spells as it stands, if it has the form of a postcode. */
    Optional<Postcode> exact() {
        return Postcode.ofCompact(compact);
    }

    /** What may have been meant instead, likeliest first, never what {@link #exact()} gives. */
    List<Postcode> corrections() {
        var found = new LinkedHashSet<Postcode>();
        for (var shape : SHAPES) {
            if (shape.length() == compact.length()) {
                Postcode.ofCompact(shapedLike(shape)).ifPresent(found::add);
            }
        }
        exact().ifPresent(found::remove);
        return new ArrayList<>(found);
    }

    private String shapedLike(String shape) {
        var result = new StringBuilder(shape.length());
        for (var i = 0; i < shape.length(); i++) {
            var c = compact.charAt(i);
            result.append(shape.charAt(i) == '9' ? asDigit(c) : asLetter(c));
        }
        return result.toString();
    }

    private static char asDigit(char c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I' -> '1';
            default -> c;
        };
    }

    private static char asLetter(char c) {
        return switch (c) {
            case '0' -> 'O';
            case '1' -> 'I';
            default -> c;
        };
    }

    @Override
    public String toString() {
        return "TypedPostcode[***]";
    }
}
