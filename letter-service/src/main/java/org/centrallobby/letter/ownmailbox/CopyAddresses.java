package org.centrallobby.letter.ownmailbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The address to which a copy of one letter goes: {@code copy-}, the letter's id and 64 bits of an HMAC over it, in base 32, at
 * the domain. The mail-service, which has the same secret, takes mail for no other; {@code deploy/contracts/example/copy-address.json}
 * is what both keep to.
 */
@ApplicationScoped
class CopyAddresses {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String PURPOSE = "copy-address";
    private static final String MAC = "HmacSHA256";
    private static final int ID_OCTETS = 16;
    private static final int TAG_OCTETS = 8;
    private static final int BITS = 5;

    private final @Nullable String domain;
    private final @Nullable SecretKeySpec key;

    CopyAddresses(OwnMailboxConfig config) {
        this.domain = config.copyDomain().orElse(null);
        this.key = config.copySecret()
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC))
                .orElse(null);
        if (domain != null && key == null) {
            throw new IllegalStateException("own-mailbox.copy-domain needs own-mailbox.copy-secret");
        }
    }

    /** Null where no copies are taken. */
    @Nullable String of(UUID letter) {
        return domain == null || key == null ? null : local(letter, key) + "@" + domain;
    }

    private static String local(UUID letter, SecretKeySpec key) {
        var octets = ByteBuffer.allocate(ID_OCTETS + TAG_OCTETS)
                .putLong(letter.getMostSignificantBits())
                .putLong(letter.getLeastSignificantBits());
        octets.put(tag(letter, key), 0, TAG_OCTETS);
        return "copy-" + base32(octets.array());
    }

    private static byte[] tag(UUID letter, SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal((PURPOSE + " " + letter).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 4648, section 6, in lower case and without padding: some servers change the case of an address. */
    private static String base32(byte[] octets) {
        var text = new StringBuilder();
        var buffer = 0;
        var bits = 0;
        for (var octet : octets) {
            buffer = buffer << Byte.SIZE | octet & 0xFF;
            for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt(buffer >>> (bits - BITS) & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << (BITS - bits) & 31)).toString();
    }
}
