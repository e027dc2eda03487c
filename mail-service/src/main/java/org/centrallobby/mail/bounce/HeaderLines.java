package org.centrallobby.mail.bounce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/** The fields of a header, by name in whatever case, unfolded; of a name that stands more than once all in order. */
final class HeaderLines {
    private static final int MOST = 500;
    private static final int LONGEST = 8000;
    private static final Pattern FIELD = Pattern.compile("^([A-Za-z][A-Za-z0-9-]{0,70})[ \\t]*:(.*)$");

    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int count;

    void add(String name, String value) {
        if (count++ < MOST) {
            var line = value.replaceAll("[\\r\\n]+[ \\t]*", " ").strip();
            fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        }
    }

    /** Reads lines that look like a header, up to the first that does not. */
    static HeaderLines read(String text) {
        var header = new HeaderLines();
        var name = "";
        var value = new StringBuilder();
        for (var line : text.lines().limit(2000).toList()) {
            var field = FIELD.matcher(line);
            if (!name.isEmpty() && (line.startsWith(" ") || line.startsWith("\t")) && value.length() < LONGEST) {
                value.append(' ').append(line.strip());
            } else if (field.matches()) {
                header.addUnlessEmpty(name, value);
                name = field.group(1);
                value = new StringBuilder(field.group(2).strip());
            } else if (!line.startsWith("From ") && !line.startsWith(">From ")) {
                break;
            }
        }
        header.addUnlessEmpty(name, value);
        return header;
    }

    private void addUnlessEmpty(String name, StringBuilder value) {
        if (!name.isEmpty()) {
            add(name, value.toString());
        }
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean has(String name) {
        return fields.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The first value as it stands there; null where there is none. */
    @Nullable String first(String name) {
        return all(name).isEmpty() ? null : all(name).getFirst();
    }

    /** The first value, or an empty one. */
    String text(String name) {
        var value = first(name);
        return value == null ? "" : value;
    }

    /** The first value with its encoded words (RFC 2047) decoded; empty where there is none. */
    String decoded(String name) {
        var value = text(name);
        try {
            return value.contains("=?") ? DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT) : value;
        } catch (RuntimeException e) {
            return value;
        }
    }

    List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
