package org.centrallobby.mail.bounce;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds addresses where people and machines write them. */
final class Addresses {
    /** What an address looks like in running text; the limits keep a hostile line from costing more than it is worth. */
    static final String FORM = "(?:\"[^\"\\n@]{1,64}\"|[^\\s<>()\\[\\]:;,\"'@*\\\\]{1,64})@"
            + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,253}[\\p{L}\\p{N}])?(?:\\.[\\p{L}\\p{N}_-]{0,253}[\\p{L}\\p{N}]){0,30}";

    private static final Pattern ADDRESS = Pattern.compile(FORM);
    private static final Pattern QUOTED = Pattern.compile("^[ \\t]*\"?([^<\"]{0,200}?)\"?[ \\t]*<");

    private Addresses() {}

    /** The first address of a text; null where there is none. */
    static @Nullable String first(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var address = ADDRESS.matcher(text);
        return address.find() ? address.group() : null;
    }

    /** All addresses of a text in their order, each once; at most fifty. */
    static List<String> all(String text) {
        return ADDRESS.matcher(text)
                .results()
                .limit(200)
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .limit(50)
                .toList();
    }

    /** The name that stands before the address of a decoded From; empty where none does. */
    static String name(String from) {
        var name = QUOTED.matcher(from);
        return name.find()
                ? name.group(1).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ").strip()
                : "";
    }

    /**
     * The address in a field of a delivery report, such as {@code rfc822; <ann@example.org>} (RFC 3464, section 2.3.1); null
     * where there is none. A route in front of it (RFC 5321, appendix C) is left out.
     */
    static @Nullable String ofReport(@Nullable String field) {
        if (field == null) {
            return null;
        }
        var value = field.substring(field.indexOf(';') + 1).strip();
        return first(value.startsWith("@") ? value.substring(value.indexOf(':') + 1) : value);
    }
}
