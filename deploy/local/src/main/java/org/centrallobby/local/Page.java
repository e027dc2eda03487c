package org.centrallobby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** HTML from the templates in {@code resources/pages}: {@code ${name}} stands for a value, which is always escaped. */
final class Page {
    private Page() {}

    /** @param namesAndValues name, value, name, value, ... */
    static String fill(String template, String... namesAndValues) {
        var page = resource(template);
        for (var i = 0; i < namesAndValues.length; i += 2) {
            page = page.replace("${" + namesAndValues[i] + "}", escaped(namesAndValues[i + 1]));
        }
        return page;
    }

    /** A page of the mailbox around a body that is HTML already. */
    static String layout(String title, String body) {
        return fill("mailbox.html", "title", title).replace("$[body]", body);
    }

    /** Braces too: a value must not be taken for the place of another one. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("$", "&#36;");
    }

    private static String resource(String name) {
        try (var stream = Page.class.getResourceAsStream("/pages/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no page " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
