package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.mail.address.EmailAddress;

/**
 * Addresses that name the mail they belong to (variable envelope return paths). The token in them is a letter for its
 * purpose and 39 characters of base 32: the mail's id and 64 bits of an HMAC over it, so that nobody can make one up. It is
 * the same at every attempt (a server that greylists knows it again) and is read in any case of letters.
 */
@ApplicationScoped
public class ReturnAddresses {
    private static final int ID_OCTETS = 16;
    private static final int TAG_OCTETS = 8;
    /** The most characters that a readable local part keeps beside a sign and the token (RFC 5321: 64 octets in all). */
    private static final int LONGEST_READABLE = 20;
    /** No address that came back is longer (RFC 5321, section 4.5.3.1.3); more is not looked at. */
    private static final int LONGEST_READ = 320;
    /** Bounded by anything that cannot belong to it: BATV, SRS and forwarders put things before and behind. */
    private static final Pattern TOKEN = Pattern.compile("(?<![a-z0-9])([bru])([a-z2-7]{39})(?![a-z0-9])");

    private static final Pattern MARKS = Pattern.compile("['’\\p{M}]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_DOTS = Pattern.compile("^\\.|\\.$");

    private static final Map<String, String> LETTERS_OF_THEIR_OWN =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

    private final Map<Purpose, List<byte[]>> keys = new EnumMap<>(Purpose.class);

    ReturnAddresses(Secrets secrets) {
        for (var purpose : Purpose.values()) {
            keys.put(purpose, secrets.keys("return-address " + purpose.prefix()));
        }
    }

    /** What a token said. */
    public record Returned(Purpose purpose, UUID mail) {}

    /** The envelope's sender of a mail. */
    public EmailAddress bounce(UUID mail, String domain) {
        return new EmailAddress(token(Purpose.BOUNCE, mail), domain);
    }

    /**
     * The address in From of a mail.
     *
     * @param name whose mail it is; as much of it as an address can carry stands before the token, "Siân Ó Brien" becomes
     *     sian.o.brien
     * @param otherwise stands there for a name that has no letters an address can carry
     */
    public EmailAddress reply(UUID mail, String name, String otherwise, String domain) {
        var readable = readable(name);
        return new EmailAddress(
                (readable.isEmpty() ? readable(otherwise) : readable) + '-' + token(Purpose.REPLY, mail), domain);
    }

    /** 40 characters, letters and digits only. */
    public String token(Purpose purpose, UUID mail) {
        var octets = ByteBuffer.allocate(ID_OCTETS + TAG_OCTETS)
                .putLong(mail.getMostSignificantBits())
                .putLong(mail.getLeastSignificantBits());
        octets.put(tag(keys(purpose).getFirst(), octets.array()), 0, TAG_OCTETS);
        return purpose.prefix() + Base32.encode(octets.array());
    }

    /**
     * Finds the token in what came back: a whole address, a local part or a token alone, as it was given or with what
     * others wrote around it, such as {@code prvs=0123456789=} or {@code SRS0=AAA=BB=domain=}.
     *
     * @return empty where there is none, or none of ours
     */
    public Optional<Returned> read(String text) {
        if (text.length() > LONGEST_READ) {
            return Optional.empty();
        }
        var found = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (found.find()) {
            var octets = Base32.decode(found.group(2));
            var purpose = purpose(found.group(1).charAt(0));
            if (isOurs(purpose, octets)) {
                var id = ByteBuffer.wrap(octets);
                return Optional.of(new Returned(purpose, new UUID(id.getLong(), id.getLong())));
            }
        }
        return Optional.empty();
    }

    /** As {@link #read(String)}, for one purpose only. */
    public Optional<UUID> read(Purpose purpose, String text) {
        return read(text).filter(returned -> returned.purpose() == purpose).map(Returned::mail);
    }

    private boolean isOurs(Purpose purpose, byte[] octets) {
        var given = Arrays.copyOfRange(octets, ID_OCTETS, ID_OCTETS + TAG_OCTETS);
        var ours = false;
        for (var key : keys(purpose)) {
            // The comparison takes as long for a wrong tag as for the right one.
            ours |= MessageDigest.isEqual(given, Arrays.copyOf(tag(key, octets), TAG_OCTETS));
        }
        return ours;
    }

    private List<byte[]> keys(Purpose purpose) {
        return Objects.requireNonNull(keys.get(purpose));
    }

    private static byte[] tag(byte[] key, byte[] octets) {
        return Secrets.hmac(key, Arrays.copyOf(octets, ID_OCTETS));
    }

    private static Purpose purpose(char prefix) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.prefix() == prefix)
                .findFirst()
                .orElseThrow();
    }

    private static String readable(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var letter : LETTERS_OF_THEIR_OWN.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        var plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        var dotted = OUTER_DOTS.matcher(OTHERS.matcher(plain).replaceAll(".")).replaceAll("");
        return dotted.length() <= LONGEST_READABLE ? dotted : cut(dotted);
    }

    private static String cut(String dotted) {
        var room = dotted.substring(0, LONGEST_READABLE);
        var wholeWords = room.lastIndexOf('.');
        return dotted.charAt(LONGEST_READABLE) == '.' || wholeWords < 1 ? room : room.substring(0, wholeWords);
    }
}
