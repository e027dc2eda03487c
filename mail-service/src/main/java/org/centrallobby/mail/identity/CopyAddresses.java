package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Addresses to which writers send copies of letters that they send from their own mailboxes. The letter-service makes them:
 * {@code copy-}, the letter's id and 64 bits of an HMAC over it, in base 32. {@code deploy/contracts/example/copy-address.json} is
 * what both keep to.
 */
@ApplicationScoped
public class CopyAddresses {
    private static final String PURPOSE = "copy-address";
    private static final int ID_OCTETS = 16;
    /** No address is longer (RFC 5321, section 4.5.3.1.3); more is not looked at. */
    private static final int LONGEST_READ = 320;
    /** Bounded by anything that cannot belong to it: forwarders put things before and behind. */
    private static final Pattern TOKEN = Pattern.compile("(?<![a-z0-9])copy-([a-z2-7]{39})(?![a-z0-9])");

    private final Optional<byte[]> key;

    CopyAddresses(IdentityConfig config) {
        this.key = config.copySecret().map(secret -> secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The letter of which a copy is sent to this address; empty for any other address, and where no copies are taken. */
    public Optional<UUID> letter(String address) {
        if (key.isEmpty() || address.length() > LONGEST_READ) {
            return Optional.empty();
        }
        return TOKEN.matcher(address.toLowerCase(Locale.ROOT))
                .results()
                .map(token -> Base32.decode(token.group(1)))
                .filter(octets -> isOurs(octets, key.get()))
                .map(CopyAddresses::id)
                .findFirst();
    }

    private static boolean isOurs(byte[] octets, byte[] key) {
        var tag = Secrets.hmac(key, (PURPOSE + " " + id(octets)).getBytes(StandardCharsets.US_ASCII));
        var given = Arrays.copyOfRange(octets, ID_OCTETS, octets.length);
        // The comparison takes as long for a wrong tag as for the right one.
        return MessageDigest.isEqual(given, Arrays.copyOf(tag, given.length));
    }

    private static UUID id(byte[] octets) {
        var id = ByteBuffer.wrap(octets);
        return new UUID(id.getLong(), id.getLong());
    }
}
