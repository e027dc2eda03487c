package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.regex.Pattern;
import org.centrallobby.letter.organisation.Organisations;

/** Which pages may use the public surface: the platform's own and those that a campaign's organisation has named. */
@ApplicationScoped
class AllowedOrigins {
    private static final Pattern CAMPAIGN = Pattern.compile("/v1/public/campaigns/([a-z0-9-]+)(?:/.*)?");

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final PublicAddress address;

    AllowedOrigins(Campaigns campaigns, Organisations organisations, PublicAddress address) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.address = address;
    }

    /**
     * Whether pages of the origin may ask for the path. A path that names no campaign of ours is open to every page that may
     * use some campaign: its problem should be readable there.
     */
    @Transactional
    boolean mayAsk(String origin, String path) {
        if (origin.equals(address.origin())) {
            return true;
        }
        // Another spelling of a campaign's path must not pass for a path without a campaign.
        if (path.contains("//") || path.contains(";")) {
            return false;
        }
        var campaign = CAMPAIGN.matcher(path);
        if (campaign.matches()) {
            var slug = campaign.group(1);
            return campaigns.published(slug).isPresent()
                    ? campaigns.allows(slug, origin)
                    : organisations.anyAllows(origin);
        }
        return organisations.anyAllows(origin);
    }
}
