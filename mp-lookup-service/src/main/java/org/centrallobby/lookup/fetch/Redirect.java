package org.centrallobby.lookup.fetch;

import java.net.URI;
import java.util.Set;

/** Where a request may go and where it may be sent on to. */
final class Redirect {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Redirect() {}

    /** The address itself if it is https, or this machine's own. */
    static URI checked(URI uri) {
        var host = uri.getHost();
        var safe = host != null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host));
        if (!safe) {
            throw new FetchFailed(uri, "the address does not begin with https://");
        }
        return uri;
    }

    /**
     * The address that a server sends a request on to.
     *
     * @param asked where the request went at first
     * @param elsewhere whether another server may answer: large files lie in other places than their addresses
     */
    static URI follow(URI asked, URI from, String location, boolean elsewhere) {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchFailed(asked, "redirects to something that is no address");
        }
        var same = asked.getHost().equalsIgnoreCase(to.getHost())
                && asked.getPort() == to.getPort()
                && (asked.getScheme().equals(to.getScheme()) || "https".equals(to.getScheme()));
        var other = elsewhere && "https".equals(to.getScheme()) && to.getHost() != null;
        if (!same && !other) {
            throw new FetchFailed(asked, "redirects to where it must not");
        }
        return to;
    }
}
