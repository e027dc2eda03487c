package org.centrallobby.letter.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.letter.platform.PlatformConfig.Mode;

/**
 * A key as a program presents it: {@code cl_sk_<live|test>_<id>_<secret>}, the id and the secret in hexadecimal digits, so
 * that a scanner for leaked secrets finds it and a double click selects all of it.
 */
record KeyText(Mode mode, UUID id, String secret) {
    private static final Pattern SHAPE = Pattern.compile("cl_sk_(live|test)_([0-9a-f]{32})_([0-9a-f]{48})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret of 192 random bits for the key with this id. */
    static KeyText random(Mode mode, UUID id) {
        var secret = new byte[24];
        RANDOM.nextBytes(secret);
        return new KeyText(mode, id, HexFormat.of().formatHex(secret));
    }

    static Optional<KeyText> parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var mode = Mode.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
        var id = matcher.group(2);
        return Optional.of(new KeyText(
                mode,
                new UUID(HexFormat.fromHexDigitsToLong(id, 0, 16), HexFormat.fromHexDigitsToLong(id, 16, 32)),
                matcher.group(3)));
    }

    /** What is shown once and never stored. */
    String text() {
        return "cl_sk_%s_%s_%s"
                .formatted(mode.name().toLowerCase(Locale.ROOT), id.toString().replace("-", ""), secret);
    }

    /** What is stored. A slow hash would add nothing: nobody guesses 192 random bits. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "KeyText[%s]".formatted(id);
    }
}
