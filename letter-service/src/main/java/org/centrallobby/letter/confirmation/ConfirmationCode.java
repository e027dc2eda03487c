package org.centrallobby.letter.confirmation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/** Six digits that a writer types where they wrote the letter. So short a secret is worth something only with few attempts. */
record ConfirmationCode(String digits) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static ConfirmationCode random() {
        return new ConfirmationCode("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** What was typed, without the blanks and hyphens that people put between digits. */
    static ConfirmationCode typed(String text) {
        return new ConfirmationCode(text.replaceAll("[\\s\\p{Pd}]", ""));
    }

    /** What is kept in its place; the letter's id makes the same code another hash for each letter. */
    String hash(UUID letter) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((letter + ":" + digits).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "ConfirmationCode[***]";
    }
}
