package org.centrallobby.letter.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.MessageRule;
import org.centrallobby.letter.message.Point;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its organisation sees it.
 *
 * @param version which of its contents this is, counted from 1; each one that there was is kept
 * @param url where the public finds it once it is published
 * @param ownMailbox whether supporters may send their letters from their own mailboxes
 * @param publishedAt when it first took letters
 */
@Schema(example = CampaignView.EXAMPLE)
record CampaignView(
        UUID id,
        Mode mode,
        String slug,
        String title,
        String language,
        CampaignState state,
        String introduction,
        Letter template,
        Map<String, LetterTemplate> letters,
        List<MessageRule> rules,
        Map<String, CampaignWords> translations,
        @Nullable String consentWording,
        @Nullable String shareText,
        @Nullable SharePicture sharePicture,
        StepTexts texts,
        int goal,
        boolean goalMoves,
        boolean comments,
        CommentNames commentNames,
        boolean ownMailbox,
        OwnWords ownWords,
        WhenSeatVacant whenSeatVacant,
        ProofOfWork proofOfWork,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Ending ending,
        @Nullable String endingText,
        int version,
        String url,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {
    static final String EXAMPLE = """
            {"id": "01936f30-0000-7000-8000-000000000001", "mode": "live", "slug": "library-hours", "title": "Keep our libraries \
            open", "language": "en", "state": "draft", "introduction": "Opening hours have been halved.", \
            "template": {"subject": "Libraries in {constituency.name}", "moreSubjects": [], "body": "I live in \
            {constituency.name} and ask for your support.", "points": [], "leastPoints": 0, "mostPoints": 0, "close": \
            "", "prompts": [], "version": 1}, "letters": {}, "rules": [], "translations": {}, "consentWording": "You may write to me \
            about this campaign.", "shareText": "I have written to my MP about our libraries.", "sharePicture": null, \
            "texts": {"find": null, "write": null, "sent": null, "confirmed": null, "share": null, "closed": null}, "goal": 500, "goalMoves": false, "comments": false, "commentNames": "first-and-initial", "ownMailbox": true, \
            "ownWords": {"personalLine": false, \
            "alikeLimit": 100, "whenAlike": "allow"}, "whenSeatVacant": "hold", "proofOfWork": "when-busy", "opensAt": null, "closesAt": null, \
            "ending": null, "endingText": null, "version": 1, "url": "https://letters.example.org/c/library-hours", \
            "createdAt": "2026-11-23T10:15:30Z", "updatedAt": "2026-11-23T10:15:30Z", "publishedAt": null}""";

    /**
     * The main letter.
     *
     * @param version that of the campaign's content
     */
    record Letter(
            String subject,
            List<String> moreSubjects,
            String body,
            List<Point> points,
            int leastPoints,
            int mostPoints,
            String close,
            List<String> prompts,
            int version) {
        static Letter of(LetterTemplate letter, int version) {
            return new Letter(
                    letter.subject(),
                    letter.moreSubjects(),
                    letter.body(),
                    letter.points(),
                    letter.leastPoints(),
                    letter.mostPoints(),
                    letter.close(),
                    letter.prompts(),
                    version);
        }
    }

    static CampaignView of(Campaign campaign, PublicAddress address) {
        var content = campaign.content();
        var words = content.words();
        return new CampaignView(
                campaign.id(),
                campaign.mode(),
                campaign.slug(),
                words.title(),
                content.language(),
                campaign.state(),
                words.introduction(),
                Letter.of(words.letter(), campaign.contentVersion()),
                words.letters(),
                content.rules(),
                content.translations(),
                words.consentWording(),
                words.shareText(),
                content.sharePicture(),
                words.texts(),
                content.goal(),
                content.goalMoves(),
                content.comments(),
                content.commentNames(),
                content.ownMailbox(),
                content.ownWords(),
                content.whenSeatVacant(),
                content.proofOfWork(),
                campaign.schedule().opensAt(),
                campaign.schedule().closesAt(),
                campaign.ending(),
                campaign.endingText(),
                campaign.contentVersion(),
                address.campaign(campaign.slug()),
                campaign.createdAt(),
                campaign.updatedAt(),
                campaign.publishedAt());
    }
}
