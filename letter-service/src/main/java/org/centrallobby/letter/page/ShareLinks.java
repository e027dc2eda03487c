package org.centrallobby.letter.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Addresses that open another application with the campaign filled in; no script of theirs is loaded and nobody is named. The
 * campaign's address says through which of them the next supporter comes.
 */
record ShareLinks(String page, String whatsapp, String facebook, String bluesky, String x, String email) {
    static ShareLinks of(String page, String text) {
        var words = encoded(text);
        return new ShareLinks(
                page,
                "https://wa.me/?text=" + words + "%20" + by(page, "whatsapp"),
                "https://www.facebook.com/sharer/sharer.php?u=" + by(page, "facebook"),
                "https://bsky.app/intent/compose?text=" + words + "%20" + by(page, "bluesky"),
                "https://x.com/intent/post?text=" + words + "&url=" + by(page, "x"),
                "mailto:?subject=" + words + "&body=" + words + "%0D%0A%0D%0A" + by(page, "email"));
    }

    private static String by(String page, String channel) {
        return encoded(page + "?via=" + channel);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
