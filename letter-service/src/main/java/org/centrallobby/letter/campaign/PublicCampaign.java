package org.centrallobby.letter.campaign;

import org.centrallobby.letter.organisation.Organisation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A campaign as the public sees it, all that the widget needs. */
@Schema(example = """
        {"slug": "library-hours", "title": "Keep our libraries open", "language": "en", "state": "live", \
        "introduction": "Opening hours have been halved.", "organisation": {"name": "Clear Sight Campaign", \
        "privacyUrl": "https://clearsight.example/privacy", "imprint": "Published by Clear Sight Campaign, \
        12 Sample Street, London."}, "consent": {"mode": "opt-in", "wording": "You may write to me about \
        this campaign."}, "share": {"url": "https://letters.example.org/c/library-hours", "text": "I have \
        written to my MP about our libraries."}, "progress": {"confirmed": 12, "goal": 500}}\
        """)
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
