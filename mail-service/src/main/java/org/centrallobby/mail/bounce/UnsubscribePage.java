package org.centrallobby.mail.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The pages behind a link that unsubscribes, in both languages: a mail does not say which one its reader speaks. */
final class UnsubscribePage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#17211d;--soft:#4b5954;--ground:#f3f6f4;--paper:#fff;--line:#cfd7d3;\
            --accent:#006548;--on:#fff}
            @media(prefers-color-scheme:dark){:root{--ink:#ecf1ee;--soft:#b3c0ba;--ground:#101714;--paper:#18211d;\
            --line:#3b4843;--accent:#6fcfaa;--on:#07231a}}
            body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
            main{box-sizing:border-box;max-width:34rem;margin:clamp(1rem,8vh,5rem) auto;padding:clamp(1.25rem,5vw,2.25rem);\
            background:var(--paper);border:1px solid var(--line);border-top:5px solid var(--accent);border-radius:8px;\
            overflow-wrap:break-word}
            h1,h2{font:700 1.6rem/1.2 Charter,Georgia,serif;margin:0 0 .6rem}
            h2{font-size:1.3rem}
            [lang=cy]:not(button span){border-top:1px solid var(--line);margin-top:1.5rem;padding-top:1.25rem}
            button{width:100%;min-height:3rem;margin-top:.75rem;padding:.5rem 1rem;border:2px solid var(--accent);\
            border-radius:6px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
            button:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
            p{margin:0 0 .75rem}
            """;

    /** What a Content-Security-Policy has to allow for the page to look like one: its own style and no other. */
    static final String STYLE_SOURCE = "'sha256-%s'".formatted(digest(STYLE));

    static final String DONE = page(
            "You are unsubscribed",
            "<p>You will get no more news of this organisation from us.</p>",
            "Rydych wedi dad-danysgrifio",
            "<p>Ni chewch ragor o newyddion y sefydliad hwn gennym ni.</p>",
            "");
    static final String UNKNOWN = page(
            "This link does not work",
            "<p>It may be incomplete, or the mail too old. Use the link in a newer mail, or answer the mail.</p>",
            "Nid yw’r ddolen hon yn gweithio",
            "<p>Efallai ei bod yn anghyflawn, neu’r neges yn rhy hen. Defnyddiwch y ddolen mewn neges fwy diweddar, neu atebwch y neges.</p>",
            "");

    private UnsubscribePage() {}

    /** Asks once more, with a button. */
    static String ask(String campaign) {
        var title = escaped(campaign);
        return page(
                "Unsubscribe?",
                "<p>You get news of the campaign “" + title + "” and of whoever runs it. Shall they stop?</p>",
                "Dad-danysgrifio?",
                "<p>Rydych yn cael newyddion am yr ymgyrch “" + title
                        + "” ac am y sawl sy’n ei chynnal. A ddylent ddod i ben?</p>",
                """
                <form method="post">
                <input type="hidden" name="List-Unsubscribe" value="One-Click">
                <button type="submit">Unsubscribe / <span lang="cy">Dad-danysgrifio</span></button>
                </form>
                """);
    }

    private static String page(String title, String text, String welshTitle, String welshText, String form) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                <div lang="cy">
                <h2>%s</h2>
                %s
                </div>
                %s</main>
                </body>
                </html>
                """.formatted(title, STYLE, title, text, welshTitle, welshText, form);
    }

    private static String digest(String style) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
