package org.centrallobby.mail.bounce;

/** The pages behind a link that unsubscribes, in both languages; plain enough to need neither style nor script. */
final class UnsubscribePage {
    static final String DONE = page(
            "You are unsubscribed",
            "<p>You will get no more news of this organisation from us.</p>",
            "Rydych wedi dad-danysgrifio",
            "<p>Ni chewch ragor o newyddion y sefydliad hwn gennym ni.</p>",
            "");
    static final String UNKNOWN = page(
            "This link does not work",
            "<p>It may be incomplete, or the mail too old. Use the link in a newer mail, or answer the mail.</p>",
            "Nid yw'r ddolen hon yn gweithio",
            "<p>Efallai ei bod yn anghyflawn, neu'r neges yn rhy hen. Defnyddiwch y ddolen mewn neges fwy diweddar, neu atebwch y neges.</p>",
            "");

    private UnsubscribePage() {}

    /** Asks once more, with a button. */
    static String ask(String campaign) {
        var title = escaped(campaign);
        return page(
                "Unsubscribe?",
                "<p>You get news of “" + title + "” and of whoever runs it. Shall they stop?</p>",
                "Dad-danysgrifio?",
                "<p>Rydych yn cael newyddion am “" + title + "” a'i drefnwyr. A ddylent ddod i ben?</p>",
                """
                <form method="post">
                <input type="hidden" name="List-Unsubscribe" value="One-Click">
                <p><button type="submit">Unsubscribe / <span lang="cy">Dad-danysgrifio</span></button></p>
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
                """.formatted(title, title, text, welshTitle, welshText, form);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
