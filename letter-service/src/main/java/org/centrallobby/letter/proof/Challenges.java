package org.centrallobby.letter.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Sets challenges of ALTCHA's protocol and checks what is handed in as their solution. Remembers none of them. */
final class Challenges {
    private static final String ALGORITHM = "SHA-256";
    private static final String MAC = "HmacSHA256";
    private static final int SALT_BYTES = 12;

    /**
     * Exactly what {@link #set} writes. The ampersand at its end keeps the number's first digits from being read as the last
     * ones of the expiry, which would let one solution pass for another that expires later.
     */
    private static final Pattern SALT =
            Pattern.compile("[0-9a-f]{24}\\?campaign=([0-9a-f-]{36})&expires=([0-9]{1,12})&");

    private final SecureRandom random = new SecureRandom();
    private final String key;
    private final int mostTries;
    private final Duration validFor;

    /** @param key of the signatures; its characters as they are, as ALTCHA's libraries take it */
    Challenges(String key, int mostTries, Duration validFor) {
        this.key = key;
        this.mostTries = mostTries;
        this.validFor = validFor;
    }

    /** A proof that was checked: what it is known by from now on, so that it is used once. */
    record Proved(byte[] challenge, Instant expiresAt) {}

    Challenge set(UUID campaign, Instant now) {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        var salt = "%s?campaign=%s&expires=%d&"
                .formatted(
                        HexFormat.of().formatHex(bytes),
                        campaign,
                        now.plus(validFor).getEpochSecond());
        var challenge = hash(salt + random.nextInt(mostTries + 1));
        return new Challenge(ALGORITHM, challenge, mostTries, salt, sign(challenge));
    }

    /** What the payload proves for the campaign; empty where it proves nothing. Takes two hashes, however it was made. */
    Optional<Proved> check(UUID campaign, @Nullable String payload, Instant now) {
        return Solution.parse(payload).flatMap(solution -> check(campaign, solution, now));
    }

    private Optional<Proved> check(UUID campaign, Solution solution, Instant now) {
        if (!ALGORITHM.equals(solution.algorithm())
                || solution.salt() == null
                || solution.challenge() == null
                || solution.signature() == null
                || solution.number() < 0) {
            return Optional.empty();
        }
        var salt = SALT.matcher(solution.salt());
        if (!salt.matches() || !salt.group(1).equals(campaign.toString())) {
            return Optional.empty();
        }
        var expiresAt = Instant.ofEpochSecond(Long.parseLong(salt.group(2)));
        var challenge = hash(solution.salt() + solution.number());
        return expiresAt.isAfter(now)
                        && isEqual(challenge, solution.challenge())
                        && isEqual(sign(challenge), solution.signature())
                ? Optional.of(new Proved(HexFormat.of().parseHex(challenge), expiresAt))
                : Optional.empty();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(ALGORITHM).digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(String challenge) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes(key), MAC));
            return HexFormat.of().formatHex(mac.doFinal(bytes(challenge)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEqual(String ours, String theirs) {
        return MessageDigest.isEqual(bytes(ours), bytes(theirs));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
