package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.centrallobby.letter.platform.PlatformConfig;

/** Where the public finds things. */
@ApplicationScoped
public class PublicAddress {
    private final String base;

    PublicAddress(PlatformConfig platform) {
        this.base = platform.publicUrl().toString().replaceAll("/+$", "");
    }

    /** The page of a campaign. */
    public String campaign(String slug) {
        return base + "/c/" + slug;
    }

    /** The address of something below the platform's own, by a path that begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** The platform's own origin, as a browser would send it. */
    public String origin() {
        return base.toLowerCase(Locale.ROOT)
                .replaceFirst("^(https://[^/]+):443$", "$1")
                .replaceFirst("^(http://[^/]+):80$", "$1");
    }
}
