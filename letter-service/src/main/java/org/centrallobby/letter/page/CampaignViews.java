package org.centrallobby.letter.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.campaign.Progress;
import org.centrallobby.letter.campaign.PublicAddress;
import org.centrallobby.letter.letter.LetterPage;
import org.centrallobby.letter.organisation.Organisations;
import org.jspecify.annotations.Nullable;

/** Puts together what the pages of a campaign show. */
@ApplicationScoped
class CampaignViews {
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Progress progress;
    private final PublicAddress address;
    private final InstantSource clock;

    CampaignViews(
            Campaigns campaigns,
            Organisations organisations,
            Progress progress,
            PublicAddress address,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.progress = progress;
        this.address = address;
        this.clock = clock;
    }

    /**
     * The campaign of that name, unless it is a draft or there is none.
     *
     * @param language in which it is asked for; null for its own
     */
    @Transactional
    Optional<CampaignView> find(String slug, @Nullable String language) {
        return find(slug, language, "");
    }

    /** @param code of the personal link to pass on; empty for nobody's */
    @Transactional
    Optional<CampaignView> find(String slug, @Nullable String language, String code) {
        return campaigns.published(slug).map(campaign -> view(campaign, campaign.languageFor(language), code));
    }

    /** The campaign of a letter, with its writer's personal link; null where it takes no more letters. */
    @Nullable CampaignView ofLetter(LetterPage letter) {
        var link = letter.shareUrl();
        var code = link == null ? "" : Answers.code(link.substring(link.lastIndexOf('=') + 1));
        return find(letter.campaignSlug(), letter.language(), code)
                .filter(CampaignView::open)
                .orElse(null);
    }

    private CampaignView view(Campaign campaign, String language, String code) {
        return CampaignView.of(
                campaign,
                organisations.findById(campaign.organisation()),
                language,
                progress.confirmed(campaign.id()),
                campaign.isOpen(clock.instant()),
                ShareLinks.of(
                        address.of(campaign.pageIn(language)),
                        campaign.slug(),
                        code,
                        campaign.titleIn(language),
                        campaign.shareText(language)));
    }
}
