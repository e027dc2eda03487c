package org.centrallobby.mail.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A verifier straight from RFC 6376 and RFC 8463, for the tests: it shares nothing with what signs, works on octets held as
 * ISO 8859-1 and with regular expressions, and takes the simple forms too, so that signatures of others can show that it
 * is right.
 */
public final class DkimVerifier {
    /** What a signature came to: {@code pass}, or why not. */
    public record Verdict(String algorithm, String domain, String selector, Map<String, String> tags, String result) {}

    private final Function<String, String> keys;

    /** @param keys the TXT record of a name; empty where there is none */
    public DkimVerifier(Function<String, String> keys) {
        this.keys = keys;
    }

    /** A verdict for each signature, from the top. */
    public List<Verdict> verify(byte[] message) {
        var text = new String(message, StandardCharsets.ISO_8859_1);
        var split = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
        var head = split < 0 ? text : text.substring(0, split + 2);
        var body = split < 0 ? "" : text.substring(split + 4);
        var fields = Arrays.stream(head.split("(?<=\r\n)(?![ \t])"))
                .filter(field -> !field.isEmpty())
                .toList();
        var verdicts = new ArrayList<Verdict>();
        for (var field : fields) {
            if (field.matches("(?is)dkim-signature[ \t]*:.*")) {
                verdicts.add(verdict(field, fields, body));
            }
        }
        return verdicts;
    }

    private Verdict verdict(String field, List<String> fields, String body) {
        var tags = tags(field.substring(field.indexOf(':') + 1));
        var algorithm = tags.getOrDefault("a", "");
        String result;
        try {
            result = result(field, fields, body, tags, algorithm);
        } catch (GeneralSecurityException | RuntimeException e) {
            result = "broken: " + e;
        }
        return new Verdict(algorithm, tags.getOrDefault("d", ""), tags.getOrDefault("s", ""), tags, result);
    }

    private String result(String field, List<String> fields, String body, Map<String, String> tags, String algorithm)
            throws GeneralSecurityException {
        if (!"1".equals(tags.get("v"))) {
            return "not version 1";
        }
        if (tags.containsKey("x") && Long.parseLong(tag(tags, "x")) <= Long.parseLong(tags.getOrDefault("t", "0"))) {
            return "expires before it was made";
        }
        var forms = tags.getOrDefault("c", "simple/simple").split("/");
        var bodyForm = forms.length > 1 ? forms[1] : "simple";
        var canonical = body(body, bodyForm);
        if (tags.containsKey("l")) {
            canonical = canonical.substring(0, Integer.parseInt(tag(tags, "l")));
        }
        var hash = algorithm.endsWith("sha1") ? "SHA-1" : "SHA-256";
        var bodyHash = Base64.getEncoder().encodeToString(digest(hash, canonical));
        if (!bodyHash.equals(tag(tags, "bh"))) {
            return "the body was changed";
        }
        var named = Arrays.stream(tag(tags, "h").split(":"))
                .map(name -> name.strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
        if (!named.contains("from")) {
            return "From is not signed";
        }
        var input = new StringBuilder();
        var left = new ArrayList<>(fields);
        for (var name : named) {
            for (var i = left.size() - 1; i >= 0; i--) {
                if (nameOf(left.get(i)).equals(name)) {
                    input.append(field(left.remove(i), forms[0]));
                    break;
                }
            }
        }
        // The value of b= alone is taken out, whatever stands around it.
        var own = Pattern.compile("([:;][ \t\r\n]*b[ \t\r\n]*=)[^;]*")
                .matcher(field)
                .replaceFirst("$1");
        input.append(field(own.endsWith("\r\n") ? own : own + "\r\n", forms[0]).replaceAll("\r\n$", ""));
        return check(tags, algorithm, input.toString()) ? "pass" : "the signature does not fit";
    }

    private boolean check(Map<String, String> tags, String algorithm, String input) throws GeneralSecurityException {
        var record = tags(keys.apply("%s._domainkey.%s".formatted(tags.get("s"), tags.get("d"))));
        var key = Base64.getDecoder().decode(record.getOrDefault("p", "").replaceAll("\\s", ""));
        var octets = input.getBytes(StandardCharsets.ISO_8859_1);
        var given = Base64.getDecoder().decode(tag(tags, "b"));
        if (algorithm.equals("ed25519-sha256")) {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(ed25519(key));
            signature.update(MessageDigest.getInstance("SHA-256").digest(octets));
            return signature.verify(given);
        }
        var signature = Signature.getInstance(algorithm.endsWith("sha1") ? "SHA1withRSA" : "SHA256withRSA");
        signature.initVerify(rsa(key));
        signature.update(octets);
        return signature.verify(given);
    }

    private static PublicKey rsa(byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
    }

    /** Little-endian y with the sign of x in the highest bit (RFC 8032, section 5.1.2). */
    private static PublicKey ed25519(byte[] key) throws GeneralSecurityException {
        var octets = new byte[key.length];
        for (var i = 0; i < key.length; i++) {
            octets[i] = key[key.length - 1 - i];
        }
        var odd = (octets[0] & 0x80) != 0;
        octets[0] &= 0x7F;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, octets))));
    }

    private static String nameOf(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String field(String field, String form) {
        if (form.equals("simple")) {
            return field;
        }
        var colon = field.indexOf(':');
        var value = field.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return nameOf(field) + ":" + value + "\r\n";
    }

    private static String body(String body, String form) {
        var canonical = body;
        if (form.equals("relaxed")) {
            canonical = canonical.replaceAll("[ \t]+(?=\r\n|$)", "").replaceAll("[ \t]+", " ");
        }
        canonical = canonical.replaceAll("(\r\n)+$", "");
        if (canonical.isEmpty()) {
            return form.equals("simple") ? "\r\n" : "";
        }
        return canonical + "\r\n";
    }

    private static byte[] digest(String algorithm, String text) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String tag(Map<String, String> tags, String name) {
        var value = tags.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no tag " + name);
        }
        return value;
    }

    private static Map<String, String> tags(String list) {
        var tags = new HashMap<String, String>();
        for (var tag : list.split(";")) {
            var sign = tag.indexOf('=');
            if (sign > 0) {
                tags.put(tag.substring(0, sign).strip(), tag.substring(sign + 1).replaceAll("[ \t\r\n]+", ""));
            }
        }
        return tags;
    }
}
