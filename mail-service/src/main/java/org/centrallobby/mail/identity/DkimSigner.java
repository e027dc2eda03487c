package org.centrallobby.mail.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Signs mails (RFC 6376): relaxed/relaxed, the whole body, with every key that is given. The headers that make a mail what
 * it is are listed once more than they are there, so that a second one cannot be added on the way (section 8.15).
 */
public final class DkimSigner {
    private static final List<String> OVERSIGNED =
            List.of("From", "To", "Subject", "Date", "Message-ID", "Reply-To", "MIME-Version", "Content-Type");
    private static final List<String> SIGNED_IF_THERE = List.of(
            "Content-Transfer-Encoding", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted");
    private static final int LINE_LIMIT = 76;

    private DkimSigner() {}

    /**
     * The signatures of a mail, as header fields to stand before its head.
     *
     * @param head the header fields, each ended by CRLF, without the empty line
     * @param body as it is sent
     * @param at when it is signed
     * @param validFor how long the signature shall be good
     */
    public static String sign(SendingIdentity identity, String head, byte[] body, Instant at, Duration validFor) {
        if (identity.keys().isEmpty()) {
            return "";
        }
        var bodyHash = base64(sha256(relaxed(body)));
        var fields = HeaderField.all(head);
        var names = names(fields);
        var named = named(fields, names);
        var out = new StringBuilder();
        for (var key : identity.keys()) {
            var unsigned =
                    "DKIM-Signature: v=1; a=%s; c=relaxed/relaxed; d=%s;\r\n s=%s; t=%d; x=%d;\r\n%s;\r\n bh=%s;\r\n b="
                            .formatted(
                                    key.algorithm().tag(),
                                    identity.domain(),
                                    key.selector(),
                                    at.getEpochSecond(),
                                    at.plus(validFor).getEpochSecond(),
                                    foldedNames(names),
                                    bodyHash);
            out.append(unsigned)
                    .append(folded(base64(signature(key, named, unsigned))))
                    .append("\r\n");
        }
        return out.toString();
    }

    /**
     * The signature over the named fields and over its own field, whose tag {@code b} is empty (section 3.7).
     *
     * @param named what {@link #named} made of the fields: the same for every key
     */
    static byte[] signature(DkimKey key, String named, String unsigned) {
        var input = (named + HeaderField.of(unsigned).relaxed()).getBytes(StandardCharsets.UTF_8);
        // Ed25519 signs the hash, not the text (RFC 8463, section 3).
        return Cryptography.sign(key, key.algorithm() == DkimAlgorithm.ED25519 ? sha256(input) : input);
    }

    /** The named fields in their relaxed form, in the order of the names. */
    static String named(List<HeaderField> fields, List<String> names) {
        var left = new ArrayList<>(fields);
        var input = new StringBuilder();
        for (var name : names) {
            // Of several the last is taken first; one that is not there adds nothing (section 5.4.2).
            for (var i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).name().equalsIgnoreCase(name)) {
                    input.append(left.remove(i).relaxed()).append("\r\n");
                    break;
                }
            }
        }
        return input.toString();
    }

    private static List<String> names(List<HeaderField> fields) {
        var names = new ArrayList<String>();
        for (var name : OVERSIGNED) {
            for (var i = 0; i <= count(fields, name); i++) {
                names.add(name);
            }
        }
        for (var name : SIGNED_IF_THERE) {
            for (var i = 0; i < count(fields, name); i++) {
                names.add(name);
            }
        }
        return names;
    }

    private static int count(List<HeaderField> fields, String name) {
        var count = 0;
        for (var field : fields) {
            count += field.name().equalsIgnoreCase(name) ? 1 : 0;
        }
        return count;
    }

    private static String foldedNames(List<String> names) {
        var out = new StringBuilder(" h=");
        var column = out.length();
        for (var i = 0; i < names.size(); i++) {
            var item = i == 0 ? names.get(i) : ':' + names.get(i);
            if (column + item.length() > LINE_LIMIT - 1) {
                out.append("\r\n ");
                column = 1;
            }
            out.append(item);
            column += item.length();
        }
        return out.toString();
    }

    private static String folded(String base64) {
        var out = new StringBuilder(base64.length() + base64.length() / 16);
        var room = LINE_LIMIT - " b=".length();
        for (var start = 0; start < base64.length(); start += room) {
            out.append(start == 0 ? "" : "\r\n ").append(base64, start, Math.min(base64.length(), start + room));
        }
        return out.toString();
    }

    /** The body's relaxed form: no white space at the end of a line, single spaces in it, no empty lines at the end (section 3.4.4). */
    static byte[] relaxed(byte[] body) {
        // A line that ended with LF alone ends with CRLF here; no text becomes longer than twice itself.
        var out = new byte[2 * body.length + 2];
        var length = 0;
        var emptyLines = 0;
        var start = 0;
        while (start < body.length) {
            var end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            var content = end > start && body[end - 1] == '\r' ? end - 1 : end;
            while (content > start && isSpace(body[content - 1])) {
                content--;
            }
            if (content == start) {
                emptyLines++;
            } else {
                for (; emptyLines > 0; emptyLines--) {
                    out[length++] = '\r';
                    out[length++] = '\n';
                }
                length = relaxedLine(body, start, content, out, length);
            }
            start = end + 1;
        }
        return Arrays.copyOf(out, length);
    }

    /** Returns where the next line begins. */
    private static int relaxedLine(byte[] body, int start, int end, byte[] out, int from) {
        var length = from;
        for (var i = start; i < end; i++) {
            if (!isSpace(body[i])) {
                out[length++] = body[i];
            } else if (!isSpace(body[i + 1])) {
                out[length++] = ' ';
            }
        }
        out[length++] = '\r';
        out[length++] = '\n';
        return length;
    }

    private static boolean isSpace(byte octet) {
        return octet == ' ' || octet == '\t';
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
