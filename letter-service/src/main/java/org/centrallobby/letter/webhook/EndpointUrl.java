package org.centrallobby.letter.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An endpoint's address, so far as its text tells. Whether what it names may be reached says {@link EndpointGuard}. */
record EndpointUrl(boolean tls, String host, int port, String pathAndQuery) {
    static final int LONGEST = 2_000;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** Below it are the ports of other protocols, which must not be spoken to by way of us. */
    private static final int FIRST_FREE_PORT = 1_024;

    /** @throws IllegalArgumentException with a message for whoever wrote it */
    static EndpointUrl parse(String text) {
        var uri = uri(text);
        var tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("Write the whole address, beginning with https://.");
        }
        if (uri.getHost() == null || uri.getHost().startsWith("[")) {
            throw new IllegalArgumentException(
                    "Name a host, for instance https://hooks.example.org/mp-letters; other scripts in their xn-- form.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("Leave user and password out of the address: deliveries are signed.");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("Leave out what stands behind #: it is never sent.");
        }
        var usual = tls ? HTTPS : HTTP;
        var port = uri.getPort() == -1 ? usual : uri.getPort();
        if (port != usual && (port < FIRST_FREE_PORT || port > 65_535)) {
            throw new IllegalArgumentException("Use port 443 or one from 1024 on.");
        }
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new EndpointUrl(
                tls,
                uri.getHost().toLowerCase(Locale.ROOT),
                port,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI uri(String text) {
        try {
            var uri = new URI(text);
            if (text.length() > LONGEST || uri.isOpaque()) {
                throw new IllegalArgumentException(
                        "Write the whole address in at most 2,000 characters, beginning with https://.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "This is not an address. Write it as https://hooks.example.org/path.", e);
        }
    }
}
