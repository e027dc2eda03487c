package org.centrallobby.letter.campaign;

import java.time.Instant;
import java.util.List;
import org.centrallobby.letter.organisation.Organisation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the public sees it, all that the widget needs.
 *
 * @param language of the words here
 * @param languages every one that it has words in, its own first; ask for another with {@code ?lang=}
 * @param personalLine whether a letter needs a line of its writer's own
 * @param comments whether supporters' comments are shown
 * @param ownMailbox whether a letter may be handed in with the way own-mailbox, to be sent by its writer
 * @param closesAt when it closes by itself; null where nothing is planned
 * @param ending how it ended; null while it has not
 */
@Schema(example = """
        {"slug": "library-hours", "title": "Keep our libraries open", "language": "en", "languages": ["en"], "state": "live", \
        "introduction": "Opening hours have been halved.", "texts": {"find": "Who speaks for you?", "write": null, "sent": null, "confirmed": null, "share": null, "closed": null}, \
        "organisation": {"name": "Clear Sight Campaign", \
        "privacyUrl": "https://clearsight.example/privacy", "imprint": "Published by Clear Sight Campaign, \
        12 Sample Street, London."}, "consent": {"mode": "opt-in", "wording": "You may write to me about \
        this campaign."}, "share": {"url": "https://letters.example.org/c/library-hours", "text": "I have \
        written to my MP about our libraries.", "picture": null}, "progress": {"confirmed": 12, "goal": 500}, \
        "personalLine": false, "comments": false, "ownMailbox": true, "closesAt": null, "ending": null}\
        """)
record PublicCampaign(
        String slug,
        String title,
        String language,
        List<String> languages,
        CampaignState state,
        String introduction,
        StepTexts texts,
        Organiser organisation,
        @Nullable Consent consent,
        Share share,
        Counts progress,
        boolean personalLine,
        boolean comments,
        boolean ownMailbox,
        @Nullable Instant closesAt,
        @Nullable End ending) {

    record Organiser(String name, String privacyUrl, String imprint) {}

    /**
     * Null where the organisation asks for nothing.
     *
     * @param mode follows from what the organisation is in law
     * @param wording to stand beside the box, whole: with a soft opt-in it tells how to refuse
     */
    record Consent(ConsentMode mode, String wording) {
        static Consent of(ConsentMode mode, String wording, String language) {
            return new Consent(mode, mode.shown(wording, language));
        }
    }

    record Share(String url, String text, @Nullable SharePicture picture) {}

    /** @param goal the one to show now; it may move on with the number of letters */
    record Counts(long confirmed, long goal) {}

    record End(Ending outcome, @Nullable String text) {}

    static PublicCampaign of(
            Campaign campaign,
            @Nullable String language,
            Organisation organisation,
            PublicAddress address,
            long confirmed) {
        var words = campaign.content().words(language);
        var wording = campaign.consentWording(language);
        var ending = campaign.ending();
        return new PublicCampaign(
                campaign.slug(),
                words.title(),
                campaign.languageFor(language),
                campaign.languages(),
                campaign.state(),
                words.introduction(),
                words.texts(),
                new Organiser(organisation.name(), organisation.privacyUrl(), organisation.imprint()),
                wording == null
                        ? null
                        : Consent.of(ConsentMode.of(organisation.legalType()), wording, campaign.languageFor(language)),
                new Share(
                        address.campaign(campaign.slug()),
                        words.shareText() == null ? words.title() : words.shareText(),
                        campaign.sharePicture()),
                new Counts(confirmed, campaign.goal(confirmed)),
                campaign.ownWords().personalLine(),
                campaign.comments(),
                campaign.ownMailbox(),
                campaign.schedule().closesAt(),
                ending == null ? null : new End(ending, campaign.endingText()));
    }
}
