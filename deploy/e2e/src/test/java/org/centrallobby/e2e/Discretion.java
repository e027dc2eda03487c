package org.centrallobby.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Nobody is named in what operators read: looks for the supporters of all tests, in every form in which a text gets into a log. */
public final class Discretion {
    /** E-mail addresses by their domains, names, streets, postcodes, and the beginnings of what the letters say. */
    private static final List<String> PERSONAL = List.of(
            "@constituent.example",
            "@writer.example",
            "Siân O'Brien",
            "Siân Writer",
            "Siân Roe",
            "Jane Roe",
            "Ann Writer",
            "1 High Street",
            "2 Mill Lane",
            "2 Lôn y Felin",
            Supporter.POSTCODE,
            Supporter.POSTCODE.replace(" ", ""),
            Supporter.POSTCODE.replace(' ', '-'),
            "The cameras in our town hall",
            "My own line is",
            "Typed into the widget.");

    private static final Map<String, String> IN_ANY_CASE = new LinkedHashMap<>();
    private static final Map<String, String> IN_BASE64 = new LinkedHashMap<>();

    static {
        for (var text : PERSONAL) {
            for (var form : forms(text)) {
                IN_ANY_CASE.put(form.toLowerCase(Locale.ROOT), text);
            }
            for (var offset = 0; offset < 3; offset++) {
                IN_BASE64.put(base64(text, offset), text);
            }
        }
    }

    private Discretion() {}

    /** Where somebody is named: the line and who it is. */
    public static List<String> breaches(String where, String told) {
        var breaches = new ArrayList<String>();
        told.lines().forEach(line -> {
            var lowered = line.toLowerCase(Locale.ROOT);
            IN_ANY_CASE.forEach((form, text) -> {
                if (lowered.contains(form)) {
                    breaches.add("%s names %s: %s".formatted(where, text, shortened(line, lowered.indexOf(form))));
                }
            });
            IN_BASE64.forEach((form, text) -> {
                if (line.contains(form)) {
                    breaches.add(
                            "%s names %s in base64: %s".formatted(where, text, shortened(line, line.indexOf(form))));
                }
            });
        });
        return breaches;
    }

    private static List<String> forms(String text) {
        var url = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return List.of(
                text,
                url,
                url.replace("+", "%20"),
                escaped(text),
                quotedPrintable(text, StandardCharsets.UTF_8),
                quotedPrintable(text, StandardCharsets.UTF_8).replace(' ', '_'),
                quotedPrintable(text, StandardCharsets.ISO_8859_1),
                // Read in the wrong charset.
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                text.replace("'", "\\u0027"),
                text.replace("'", "&#39;"));
    }

    /** As JSON and Java may write it. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (var character : text.toCharArray()) {
            escaped.append(character < 128 ? String.valueOf(character) : "\\u%04x".formatted((int) character));
        }
        return escaped.toString();
    }

    private static String quotedPrintable(String text, java.nio.charset.Charset charset) {
        var quoted = new StringBuilder();
        for (var octet : text.getBytes(charset)) {
            quoted.append(octet > 0 && octet != '=' ? String.valueOf((char) octet) : "=%02X".formatted(octet));
        }
        return quoted.toString();
    }

    /** What stands in base64 of whatever the text is a part of, with so many octets more than threes before it. */
    private static String base64(String text, int offset) {
        var octets = text.getBytes(StandardCharsets.UTF_8);
        var shifted = new byte[offset + octets.length - (offset + octets.length) % 3];
        System.arraycopy(octets, 0, shifted, offset, shifted.length - offset);
        var encoded = Base64.getEncoder().encodeToString(shifted);
        // The first octets share a character with what stands before.
        return encoded.substring(offset == 0 ? 0 : offset + 1);
    }

    private static String shortened(String line, int at) {
        return line.substring(Math.max(0, at - 120), Math.min(line.length(), at + 120));
    }
}
