package org.centrallobby.letter.supporter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * One person within one campaign, recognisable when they come again. Hashes that hold the campaign's id: they cannot be
 * joined over campaigns, and they stay when name and address are erased. (For who was brought along from another system,
 * and belongs to no campaign, it is the organisation's id.)
 *
 * @param mailbox whoever reads this mailbox; several people of a household may share it
 * @param key this person: the mailbox and the name
 */
public record Person(String mailbox, String key) {
    public static Person of(UUID scope, EmailAddress email, String name) {
        var mailbox = scope + "\n" + email.canonical();
        return new Person(hash(mailbox), hash(mailbox + "\n" + folded(name)));
    }

    /** A name without what one person types now one way and now another: accents, case, spaces, punctuation. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
