package org.centrallobby.letter.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that open another application with the campaign filled in; no script of theirs is loaded and nobody is named. */
record ShareLinks(String page, String whatsapp, String facebook, String bluesky, String x, String email) {
    static ShareLinks of(String page, String text) {
        var words = encoded(text);
        var link = encoded(page);
        return new ShareLinks(
                page,
                "https://wa.me/?text=" + words + "%20" + link,
                "https://www.facebook.com/sharer/sharer.php?u=" + link,
                "https://bsky.app/intent/compose?text=" + words + "%20" + link,
                "https://x.com/intent/post?text=" + words + "&url=" + link,
                "mailto:?subject=" + words + "&body=" + words + "%0D%0A%0D%0A" + link);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
