package org.centrallobby.letter.page;

import java.util.Arrays;
import java.util.List;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.CampaignState;
import org.centrallobby.letter.campaign.ConsentMode;
import org.centrallobby.letter.campaign.Ending;
import org.centrallobby.letter.campaign.SharePicture;
import org.centrallobby.letter.campaign.StepTexts;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a campaign shows around its step, in one of the campaign's languages.
 *
 * @param home the path of its page in this language
 * @param others its page in its other languages
 * @param paragraphs of the introduction
 * @param texts what the organisation says at the single steps
 * @param ownMailbox whether supporters may send their letters themselves
 * @param ending how it ended; null while it has not
 * @param endingText what the organisation says about the end
 * @param needsScript whether it takes no letter from a page that runs no script, as none of these does
 * @param percent of the goal, at most 100
 * @param share the links to pass the campaign on
 * @param picture for those who show a preview of the page; null where the organisation gave none
 */
record CampaignView(
        String slug,
        Language language,
        String home,
        List<Other> others,
        String title,
        List<String> paragraphs,
        StepTexts texts,
        String organisation,
        String privacyUrl,
        String imprint,
        @Nullable String consentWording,
        boolean ownMailbox,
        boolean open,
        boolean paused,
        @Nullable Ending ending,
        @Nullable String endingText,
        boolean needsScript,
        long confirmed,
        long goal,
        int percent,
        ShareLinks share,
        @Nullable SharePicture picture) {

    /** The campaign's page in another language. */
    record Other(Language language, String path) {}

    static CampaignView of(
            Campaign campaign, Organisation organisation, String tag, long confirmed, boolean open, ShareLinks share) {
        var wording = campaign.consentWording(tag);
        return new CampaignView(
                campaign.slug(),
                Language.of(tag),
                campaign.pageIn(tag),
                campaign.languages().stream()
                        .filter(other -> !other.equals(tag))
                        .map(other -> new Other(Language.of(other), pathIn(campaign, other)))
                        .toList(),
                campaign.titleIn(tag),
                Arrays.stream(campaign.introduction(tag).split("\\n\\s*\\n"))
                        .map(String::strip)
                        .toList(),
                campaign.texts(tag),
                organisation.name(),
                organisation.privacyUrl(),
                organisation.imprint(),
                wording == null
                        ? null
                        : ConsentMode.of(organisation.legalType()).shown(wording, tag),
                campaign.ownMailbox(),
                open,
                campaign.state() == CampaignState.PAUSED,
                campaign.ending(),
                campaign.endingText(),
                campaign.alwaysNeedsProof(),
                confirmed,
                campaign.goal(confirmed),
                (int) Math.min(100, 100 * confirmed / campaign.goal(confirmed)),
                share,
                campaign.sharePicture());
    }

    /** Said even of the campaign's own language: the reader has chosen it. */
    private static String pathIn(Campaign campaign, String tag) {
        return "/c/%s?lang=%s".formatted(campaign.slug(), tag);
    }

    /** The first paragraph, for those who show a preview of the page. */
    public String lead() {
        return paragraphs.getFirst();
    }

    /** The other paragraphs. */
    public List<String> more() {
        return paragraphs.subList(1, paragraphs.size());
    }

    /** The path of a step in this language, for instance {@code /c/clean-rivers/write?lang=cy}. */
    public String at(String step) {
        var query = home.indexOf('?');
        return query < 0 ? home + "/" + step : home.substring(0, query) + "/" + step + home.substring(query);
    }

    /** What follows a path that has something in its query; nothing for an empty value. */
    public String and(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + value;
    }

    /** A path in this language with something in its query; nothing is added for an empty value. */
    public String at(String step, String name, String value) {
        var path = step.isEmpty() ? home : at(step);
        return value.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + name + "=" + value;
    }

    /** What the organisation says about the end, or at it; empty where it says nothing. */
    public String lastWords() {
        if (endingText != null) {
            return endingText;
        }
        return texts.closed() == null ? "" : texts.closed();
    }

    /** How the campaign ended or why it takes no letters, a heading. */
    public String standing() {
        if (paused) {
            return language.say("find.paused");
        }
        return ending == null
                ? language.say("find.closed")
                : switch (ending) {
                    case WON -> language.say("find.won");
                    case LOST -> language.say("find.lost");
                    case OVER -> language.say("find.closed");
                };
    }
}
