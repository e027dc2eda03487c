package org.centrallobby.letter.page;

import java.util.Arrays;
import java.util.List;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.CampaignState;
import org.centrallobby.letter.campaign.ConsentMode;
import org.centrallobby.letter.campaign.SharePicture;
import org.centrallobby.letter.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a campaign shows around its step.
 *
 * @param paragraphs of the introduction
 * @param share the links to pass the campaign on
 * @param needsScript whether it takes no letter from a page that runs no script, as none of these does
 * @param percent of the goal, at most 100
 * @param picture for those who show a preview of the page; null where the organisation gave none
 */
record CampaignView(
        String slug,
        String title,
        List<String> paragraphs,
        String organisation,
        String privacyUrl,
        String imprint,
        @Nullable String consentWording,
        boolean open,
        boolean paused,
        boolean needsScript,
        long confirmed,
        long goal,
        int percent,
        ShareLinks share,
        @Nullable SharePicture picture) {

    static CampaignView of(
            Campaign campaign, Organisation organisation, long confirmed, boolean open, ShareLinks share) {
        var wording = campaign.consentWording(null);
        return new CampaignView(
                campaign.slug(),
                campaign.title(),
                Arrays.stream(campaign.introduction().split("\\n\\s*\\n"))
                        .map(String::strip)
                        .toList(),
                organisation.name(),
                organisation.privacyUrl(),
                organisation.imprint(),
                wording == null
                        ? null
                        : ConsentMode.of(organisation.legalType()).shown(wording, campaign.language()),
                open,
                campaign.state() == CampaignState.PAUSED,
                campaign.alwaysNeedsProof(),
                confirmed,
                campaign.goal(confirmed),
                (int) Math.min(100, 100 * confirmed / campaign.goal(confirmed)),
                share,
                campaign.sharePicture());
    }

    /** The first paragraph, for those who show a preview of the page. */
    public String description() {
        return paragraphs.getFirst();
    }

    /** The count as people read it. */
    public String confirmedShown() {
        return "%,d".formatted(confirmed);
    }

    /** The goal as people read it. */
    public String goalShown() {
        return "%,d".formatted(goal);
    }
}
