package org.centrallobby.letter.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.campaign.Progress;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.platform.PlatformConfig;

/** Puts together what the pages of a campaign show. */
@ApplicationScoped
class CampaignViews {
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Progress progress;
    private final PlatformConfig platform;
    private final InstantSource clock;

    CampaignViews(
            Campaigns campaigns,
            Organisations organisations,
            Progress progress,
            PlatformConfig platform,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.progress = progress;
        this.platform = platform;
        this.clock = clock;
    }

    /** The campaign of that name, unless it is a draft or there is none. */
    @Transactional
    Optional<CampaignView> find(String slug) {
        return campaigns.published(slug).map(this::view);
    }

    private CampaignView view(Campaign campaign) {
        var page = platform.publicUrl() + "/c/" + campaign.slug();
        return CampaignView.of(
                campaign,
                organisations.findById(campaign.organisation()),
                progress.confirmed(campaign.id()),
                campaign.isOpen(clock.instant()),
                ShareLinks.of(page, campaign.shareText()));
    }
}
