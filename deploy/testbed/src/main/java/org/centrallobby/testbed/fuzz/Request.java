package org.centrallobby.testbed.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the line.
 *
 * @param target path and query, percent-encoded
 * @param body null for none
 */
public record Request(String method, String target, Map<String, String> headers, byte @Nullable [] body) {
    private static final int SHOWN = 600;

    /** Whether somebody who reads the request reads this in it. */
    boolean tells(String text) {
        return target.contains(text)
                || headers.values().stream().anyMatch(value -> value.contains(text))
                || body != null && new String(body, StandardCharsets.UTF_8).contains(text);
    }

    /** For whoever wants to send it again; a long body is cut. */
    String description() {
        var text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        var shown = text.length() > SHOWN
                ? "%s... (%d characters)".formatted(text.substring(0, SHOWN), text.length())
                : text;
        return "%s %s %s %s".formatted(method, abbreviated(target), headers, shown);
    }

    private static String abbreviated(String target) {
        return target.length() > SHOWN
                ? "%s... (%d characters)".formatted(target.substring(0, SHOWN), target.length())
                : target;
    }
}
