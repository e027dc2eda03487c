package org.centrallobby.lookup.postcode;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postcode of the right form; whether it exists is another question.
 *
 * @param outward the half that names the post town's district, for instance {@code SW1A}; it may be logged
 * @param inward the half that names a few houses, for instance {@code 0AA}; it is personal data
 */
public record Postcode(String outward, String inward) {
    /**
     * The letters of the inward half: Royal Mail leaves out those that are mistaken for others. V is in one postcode
     * only, an old one of Newport.
     */
    static final String INWARD_LETTERS = "ABDEFGHJLNPQRSTUVWXYZ";

    /** Beside the ordinary forms stand Girobank's and the old ones of Newport, which the directories still hold. */
    private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?|GIR|NPT");

    private static final Pattern INWARD = Pattern.compile("[0-9][" + INWARD_LETTERS + "]{2}");
    private static final int INWARD_LENGTH = 3;

    /** @throws IllegalArgumentException if one half has not the form of a postcode's */
    public Postcode {
        if (!OUTWARD.matcher(outward).matches() || !INWARD.matcher(inward).matches()) {
            throw new IllegalArgumentException("Not the form of a postcode");
        }
    }

    /** The postcode that the capitals and digits spell, if they have the form of one. */
    public static Optional<Postcode> ofCompact(String compact) {
        var cut = compact.length() - INWARD_LENGTH;
        if (cut < 2 || cut > 4) {
            return Optional.empty();
        }
        var outward = compact.substring(0, cut);
        var inward = compact.substring(cut);
        return OUTWARD.matcher(outward).matches() && INWARD.matcher(inward).matches()
                ? Optional.of(new Postcode(outward, inward))
                : Optional.empty();
    }

    /** The letters before the first digit, for instance {@code SW}. */
    public String area() {
        var letters = 0;
        while (letters < outward.length() && Character.isLetter(outward.charAt(letters))) {
            letters++;
        }
        return outward.substring(0, letters);
    }

    /** As it is written: {@code SW1A 0AA}. */
    public String text() {
        return outward + " " + inward;
    }

    @Override
    public String toString() {
        return "Postcode[%s ***]".formatted(outward);
    }
}
