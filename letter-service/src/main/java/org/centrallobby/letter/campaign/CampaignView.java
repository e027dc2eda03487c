package org.centrallobby.letter.campaign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its organisation sees it.
 *
 * @param url where the public finds it once it is published
 */
record CampaignView(
        UUID id,
        String slug,
        String title,
        String language,
        CampaignState state,
        String introduction,
        Template template,
        @Nullable String consentWording,
        @Nullable String shareText,
        int goal,
        WhenSeatVacant whenSeatVacant,
        String url,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {

    /** @param version counted from 1 */
    record Template(String subject, String body, int version) {}

    static CampaignView of(Campaign campaign, PublicAddress address) {
        var content = campaign.content();
        return new CampaignView(
                campaign.id(),
                campaign.slug(),
                campaign.title(),
                campaign.language(),
                campaign.state(),
                campaign.introduction(),
                new Template(content.template().subject(), content.template().body(), campaign.templateVersion()),
                content.consentWording(),
                content.shareText(),
                campaign.goal(),
                campaign.whenSeatVacant(),
                address.campaign(campaign.slug()),
                campaign.createdAt(),
                campaign.updatedAt(),
                campaign.publishedAt());
    }
}
