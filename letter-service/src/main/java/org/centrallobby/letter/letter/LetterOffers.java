package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.SeatMessages;
import org.centrallobby.letter.lookup.Addressee;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.MergeValues;
import org.centrallobby.letter.message.MessageRule;
import org.centrallobby.letter.message.Selection;
import org.centrallobby.letter.message.Wording;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.platform.PlatformConfig;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Finds what a campaign has for a supporter's MP and makes the letter of it. */
@ApplicationScoped
class LetterOffers {
    private final SeatMessages messages;
    private final Seats seats;
    private final LetterTemplates templates;
    private final Organisations organisations;
    private final PlatformConfig platform;

    LetterOffers(
            SeatMessages messages,
            Seats seats,
            LetterTemplates templates,
            Organisations organisations,
            PlatformConfig platform) {
        this.messages = messages;
        this.seats = seats;
        this.templates = templates;
        this.organisations = organisations;
        this.platform = platform;
    }

    /** @throws Failure where the campaign has no letter for this MP; it says why, or which campaign has */
    LetterOffer of(Campaign campaign, Addressee addressee, @Nullable String wanted) {
        var language = campaign.languageFor(wanted);
        var seat = seats.of(addressee.constituency());
        var rule = messages.decide(campaign, seat)
                .orElseThrow(() -> new Failure(
                        ProblemType.NO_LETTER_WANTED, "This campaign has no letter for this MP yet. Try again later."));
        return switch (rule.outcome()) {
            case LETTER, THANKS -> {
                var template = campaign.letter(rule.letter(), language);
                yield new LetterOffer(
                        rule.outcome(),
                        template,
                        language,
                        messages.facts(
                                campaign, template, addressee.constituency().code()));
            }
            case EXCLUDE ->
                throw new Failure(
                        ProblemType.NO_LETTER_WANTED,
                        campaign.explanation(rule.name(), Objects.requireNonNull(rule.explanation()), language));
            case REDIRECT -> throw elsewhere(rule);
        };
    }

    private Failure elsewhere(MessageRule rule) {
        var slug = Objects.requireNonNull(rule.campaign());
        return new Failure(ProblemType.OTHER_CAMPAIGN, "For this MP there is another campaign. Please write there.")
                .with(Map.of(
                        "campaign",
                        slug,
                        "url",
                        platform.publicUrl().resolve("/c/" + slug).toString()));
    }

    /** The letter that the selection makes. */
    Wording letter(Campaign campaign, Addressee addressee, LetterOffer offer, Selection selection, String name) {
        return templates.merge(
                offer.template(), selection, values(campaign, addressee, offer, name), turn(addressee, name));
    }

    /** What may be taken, as the supporter is shown it. */
    OfferedLetter shown(Campaign campaign, Addressee addressee, LetterOffer offer, Selection selection, String name) {
        var values = values(campaign, addressee, offer, name);
        var template = offer.template();
        return new OfferedLetter(
                offer.kind(),
                template.points().stream()
                        .map(point -> new OfferedLetter.OfferedPoint(
                                point.id(), point.title(), templates.merge(point, values)))
                        .toList(),
                selection.points(),
                template.leastPoints(),
                template.mostPoints(),
                template.prompts(),
                campaign.ownWords().personalLine());
    }

    /** All that the organisation offers for this letter, as this writer would read it. */
    String everything(Campaign campaign, Addressee addressee, LetterOffer offer, String name) {
        return templates.everything(offer.template(), values(campaign, addressee, offer, name));
    }

    /** The same person reads the same subject again, and neighbours read different ones. */
    private static int turn(Addressee addressee, String name) {
        return Objects.hash(addressee.postcode(), name);
    }

    private MergeValues values(Campaign campaign, Addressee addressee, LetterOffer offer, String name) {
        var member = addressee.member();
        return new MergeValues(
                member.name(),
                member.salutation(),
                member.party(),
                addressee.constituency().nameIn(offer.language()),
                campaign.titleIn(offer.language()),
                organisations.findById(campaign.organisation()).name(),
                name,
                offer.facts());
    }
}
