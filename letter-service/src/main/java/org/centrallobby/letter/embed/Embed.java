package org.centrallobby.letter.embed;

import java.util.List;
import java.util.stream.Stream;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.PublicAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an organisation pastes into its own page, in every way that its page may take.
 *
 * @param html the widget: two lines of HTML, for pages that take a script
 * @param iframe the widget in a frame that is as high as it needs to be, for site builders that take frames only; without its
 *     first line the frame scrolls
 * @param wordpress the shortcode of the WordPress plugin
 * @param link the campaign's page here, for a mail or a page that takes neither
 * @param qr the address of a picture (SVG) of that link, for paper; letters that come over it count as {@code via} qr
 * @param script the widget's address
 * @param selfHosted the widget from the organisation's own server
 */
@Schema(example = """
        {"html": "<script type=\\"module\\" \
        src=\\"https://letters.example.org/widget/v1/mp-letter.js\\"></script>\\n<mp-letter \
        campaign=\\"library-hours\\" lang=\\"en\\"><a \
        href=\\"https://letters.example.org/c/library-hours\\">Keep our libraries open</a></mp-letter>", \
        "iframe": "<script type=\\"module\\" \
        src=\\"https://letters.example.org/widget/v1/mp-letter-frame.js\\"></script>\\n<iframe \
        src=\\"https://letters.example.org/embed/library-hours?lang=en\\" title=\\"Keep our libraries open\\" \
        width=\\"100%\\" height=\\"640\\" frameborder=\\"0\\" allow=\\"clipboard-write; web-share\\"></iframe>", \
        "wordpress": "[central_lobby campaign=\\"library-hours\\" lang=\\"en\\"]", \
        "link": "https://letters.example.org/c/library-hours", \
        "qr": "https://letters.example.org/v1/public/campaigns/library-hours/qr.svg?via=qr", \
        "script": "https://letters.example.org/widget/v1/mp-letter.js", \
        "selfHosted": {"html": "<script type=\\"module\\" src=\\"/mp-letter/mp-letter.js\\" \
        integrity=\\"sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC\\"></script>\\n\
        <mp-letter campaign=\\"library-hours\\" lang=\\"en\\" api=\\"https://letters.example.org\\"><a \
        href=\\"https://letters.example.org/c/library-hours\\">Keep our libraries open</a></mp-letter>", \
        "files": ["https://letters.example.org/widget/v1/mp-letter.js"]}}\
        """)
record Embed(
        String html, String iframe, String wordpress, String link, String qr, String script, SelfHosted selfHosted) {

    /**
     * For organisations that load no script from elsewhere, or want to know that it does not change.
     *
     * @param html as the widget's, for copies of the files below {@code /mp-letter/} there; a browser runs the script only while
     *     it is the one that the platform serves now
     * @param files what to copy, with the path behind {@code /widget/v1/} kept: the script, and the words of the campaign's languages
     */
    record SelfHosted(String html, List<String> files) {}

    /** @param integrity of the script, as HTML's attribute has it */
    static Embed of(Campaign campaign, PublicAddress address, String integrity) {
        var slug = campaign.slug();
        var script = address.of("/widget/v1/mp-letter.js");
        var link = address.campaign(slug);
        return new Embed(
                "<script type=\"module\" src=\"%s\"></script>\n".formatted(script) + element(campaign, "", link),
                frame(campaign, address),
                "[central_lobby campaign=\"%s\" lang=\"%s\"]".formatted(slug, campaign.language()),
                link,
                address.of("/v1/public/campaigns/%s/qr.svg?via=qr".formatted(slug)),
                script,
                new SelfHosted(
                        "<script type=\"module\" src=\"/mp-letter/mp-letter.js\" integrity=\"%s\"></script>\n"
                                        .formatted(integrity)
                                + element(campaign, " api=\"%s\"".formatted(address.of("")), link),
                        files(campaign, address)));
    }

    /** @param more attributes, each with a space before it */
    private static String element(Campaign campaign, String more, String link) {
        return "<mp-letter campaign=\"%s\" lang=\"%s\"%s><a href=\"%s\">%s</a></mp-letter>"
                .formatted(campaign.slug(), campaign.language(), more, link, escaped(campaign.title()));
    }

    private static String frame(Campaign campaign, PublicAddress address) {
        return """
                <script type="module" src="%s"></script>
                <iframe src="%s?lang=%s" title="%s" width="100%%" height="640" frameborder="0" allow="clipboard-write; web-share"></iframe>""".formatted(
                        address.of("/widget/v1/mp-letter-frame.js"),
                        address.of("/embed/" + campaign.slug()),
                        campaign.language(),
                        escaped(campaign.title()));
    }

    /** English is inside the script. */
    private static List<String> files(Campaign campaign, PublicAddress address) {
        var words = campaign.languages().stream()
                .filter(language -> !language.equals("en"))
                .map("words/%s.js"::formatted);
        return Stream.concat(Stream.of("mp-letter.js"), words)
                .map(file -> address.of("/widget/v1/" + file))
                .toList();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
