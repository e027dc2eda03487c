package org.centrallobby.letter.osdi;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.campaign.PublicAddress;
import org.jspecify.annotations.Nullable;

/** Where things of this surface are. */
@ApplicationScoped
class Addresses {
    /** What our identifiers and relations begin with. */
    static final String NAMESPACE = "central_lobby";

    static final String SYSTEM = "Central Lobby";

    private final PublicAddress address;

    Addresses(PublicAddress address) {
        this.address = address;
    }

    /** @param path below the entry point, for instance {@code people} */
    Link link(String path) {
        return Link.to(address.of("/osdi/v1/" + path));
    }

    Link link(String path, UUID id) {
        return link(path + "/" + id);
    }

    /** What the names of relations stand for. */
    List<Link> curies() {
        return List.of(
                new Link("https://opensupporter.github.io/osdi-docs/{rel}.html", "osdi", true),
                new Link(address.of("/q/openapi#{rel}"), NAMESPACE, true));
    }

    /** Whether a host is that of the pages of this platform. */
    boolean isHere(@Nullable String host) {
        return host != null && host.equals(URI.create(address.origin()).getHost());
    }

    String campaignPage(String slug) {
        return address.campaign(slug);
    }

    static List<String> identifiers(UUID id) {
        return List.of(NAMESPACE + ":" + id);
    }
}
