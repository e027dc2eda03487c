package org.centrallobby.lookup.fetch;

import java.net.URI;
import java.util.OptionalInt;

/**
 * Something could not be fetched. The message names server, path and reason, and nothing of what was answered: it may
 * hold addresses. What follows the path in the URI is left out, for it may be a key.
 */
public final class FetchFailed extends RuntimeException {
    private final int status;

    FetchFailed(URI uri, String reason) {
        this(uri, reason, 0);
    }

    FetchFailed(URI uri, String reason, int status) {
        super("%s: %s".formatted(label(uri), reason));
        this.status = status;
    }

    /** The status with which the server refused, where it is that. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    private static String label(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return "%s://%s%s%s".formatted(uri.getScheme(), uri.getHost(), port, uri.getRawPath());
    }
}
