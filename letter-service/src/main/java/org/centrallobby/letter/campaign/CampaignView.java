package org.centrallobby.letter.campaign;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its organisation sees it.
 *
 * @param url where the public finds it once it is published
 */
@Schema(example = """
        {"id": "01936f30-0000-7000-8000-000000000001", "slug": "library-hours", "title": "Keep our libraries \
        open", "language": "en", "state": "draft", "introduction": "Opening hours have been halved.", \
        "template": {"subject": "Libraries in {constituency.name}", "body": "I live in {constituency.name} \
        and ask for your support.", "version": 1}, "consentWording": "You may write to me about this \
        campaign.", "shareText": "I have written to my MP about our libraries.", "goal": 500, \
        "whenSeatVacant": "hold", "url": "https://letters.example.org/c/library-hours", "createdAt": \
        "2026-11-23T10:15:30Z", "updatedAt": "2026-11-23T10:15:30Z", "publishedAt": null}\
        """)
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
