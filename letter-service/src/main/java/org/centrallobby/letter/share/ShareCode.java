package org.centrallobby.letter.share;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code from=} in a personal link: 65 random bits, which nobody guesses and which say nothing.
 *
 * @param value 13 small letters and digits, none of which is taken for another when it is read out or printed
 */
record ShareCode(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 13;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    static ShareCode random() {
        var code = new StringBuilder(LENGTH);
        for (var place = 0; place < LENGTH; place++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new ShareCode(code.toString());
    }

    /** The code that an address carried; empty where it has another form. */
    static Optional<ShareCode> read(@Nullable String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new ShareCode(text)) : Optional.empty();
    }
}
