package org.centrallobby.letter.campaign;

import org.centrallobby.letter.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/** A campaign as the public sees it, all that the widget needs. */
record PublicCampaign(
        String slug,
        String title,
        String language,
        CampaignState state,
        String introduction,
        Organiser organisation,
        @Nullable Consent consent,
        Share share,
        Counts progress) {

    record Organiser(String name, String privacyUrl, String imprint) {}

    /** Null where the organisation asks for nothing. */
    record Consent(ConsentMode mode, String wording) {}

    record Share(String url, String text) {}

    record Counts(long confirmed, int goal) {}

    static PublicCampaign of(Campaign campaign, Organisation organisation, PublicAddress address, long confirmed) {
        var wording = campaign.consentWording();
        return new PublicCampaign(
                campaign.slug(),
                campaign.title(),
                campaign.language(),
                campaign.state(),
                campaign.introduction(),
                new Organiser(organisation.name(), organisation.privacyUrl(), organisation.imprint()),
                wording == null ? null : new Consent(ConsentMode.of(organisation.legalType()), wording),
                new Share(address.campaign(campaign.slug()), campaign.shareText()),
                new Counts(confirmed, campaign.goal()));
    }
}
