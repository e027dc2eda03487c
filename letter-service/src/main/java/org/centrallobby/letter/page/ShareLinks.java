package org.centrallobby.letter.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses that open another application with the campaign filled in; no script of theirs is loaded and nobody is named. The
 * campaign's address says through which of them the next supporter comes.
 *
 * @param page the address to pass on
 * @param picture of its QR code, a path
 */
record ShareLinks(
        String page, String whatsapp, String facebook, String bluesky, String x, String email, String picture) {
    /**
     * @param page the campaign's address
     * @param slug its name in it
     * @param code of a personal link; empty for nobody's
     * @param title of the campaign
     * @param text that a post begins with
     */
    static ShareLinks of(String page, String slug, String code, String title, String text) {
        var link = code.isEmpty() ? page : with(page, "from", code);
        var words = encoded(text);
        var picture = "/v1/public/campaigns/%s/qr.svg".formatted(slug);
        return new ShareLinks(
                link,
                "https://wa.me/?text=" + words + "%20" + by(link, "whatsapp"),
                "https://www.facebook.com/sharer/sharer.php?u=" + by(link, "facebook"),
                "https://bsky.app/intent/compose?text=" + words + "%20" + by(link, "bluesky"),
                "https://x.com/intent/post?text=" + words + "&url=" + by(link, "x"),
                "mailto:?subject=" + encoded(title) + "&body=" + words + "%0D%0A%0D%0A" + by(link, "email"),
                code.isEmpty() ? picture : with(picture, "from", code));
    }

    private static String by(String link, String channel) {
        return encoded(with(link, "via", channel));
    }

    private static String with(String link, String name, String value) {
        return link + (link.contains("?") ? "&" : "?") + name + "=" + value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
