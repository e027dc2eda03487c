package org.centrallobby.letter.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an organisation pastes into its own page.
 *
 * @param html two lines of HTML
 * @param link the campaign's page here, for a mail or a page that takes no script
 * @param script the widget's address
 */
@Schema(example = """
        {"html": "<script type=\\"module\\" \
        src=\\"https://letters.example.org/widget/v1/mp-letter.js\\"></script>\\n<mp-letter \
        campaign=\\"library-hours\\" lang=\\"en\\"><a \
        href=\\"https://letters.example.org/c/library-hours\\">Keep our libraries open</a></mp-letter>", \
        "link": "https://letters.example.org/c/library-hours", "script": \
        "https://letters.example.org/widget/v1/mp-letter.js"}\
        """)
record Embed(String html, String link, String script) {
    static Embed of(Campaign campaign, PublicAddress address) {
        var script = address.of("/widget/v1/mp-letter.js");
        var link = address.campaign(campaign.slug());
        var html = """
                <script type="module" src="%s"></script>
                <mp-letter campaign="%s" lang="%s"><a href="%s">%s</a></mp-letter>""".formatted(script, campaign.slug(), campaign.language(), link, escaped(campaign.title()));
        return new Embed(html, link, script);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
