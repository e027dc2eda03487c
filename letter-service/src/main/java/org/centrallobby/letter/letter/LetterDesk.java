package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.CampaignState;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.campaign.ConsentMode;
import org.centrallobby.letter.limit.LetterLimits;
import org.centrallobby.letter.limit.Visitors;
import org.centrallobby.letter.lookup.Addressee;
import org.centrallobby.letter.lookup.Addressees;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.similarity.LikenessGate;
import org.centrallobby.letter.similarity.MeasuredLetter;
import org.centrallobby.letter.similarity.SimilarityAnswer;
import org.centrallobby.letter.similarity.WhenAlike;
import org.centrallobby.letter.supporter.ConsentChoice;
import org.centrallobby.letter.supporter.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Where a supporter finds their MP, sees their letter, and hands it in. Whatever is wrong is thrown as a {@link Failure}. */
@ApplicationScoped
public class LetterDesk {
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final Addressees addressees;
    private final LetterOffers offers;
    private final LetterAssembly assembly;
    private final LetterTray tray;
    private final LetterHandover handover;
    private final LikenessGate gate;
    private final LetterLimits limits;
    private final Visitors visitors;
    private final InstantSource clock;

    LetterDesk(
            Campaigns campaigns,
            Organisations organisations,
            Addressees addressees,
            LetterOffers offers,
            LetterAssembly assembly,
            LetterTray tray,
            LetterHandover handover,
            LikenessGate gate,
            LetterLimits limits,
            Visitors visitors,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.addressees = addressees;
        this.offers = offers;
        this.assembly = assembly;
        this.tray = tray;
        this.handover = handover;
        this.gate = gate;
        this.limits = limits;
        this.visitors = visitors;
        this.clock = clock;
    }

    /** Who represents a postcode. {@code constituency} settles one that lies in several; null or blank for none. */
    public MpAnswer findMp(String slug, @Nullable String postcode, @Nullable String constituency) {
        campaigns.publishedAs(slug);
        var form = new LetterForm();
        var typed = form.postcode(postcode);
        form.check();
        return MpAnswer.of(addressees.find(typed, given(constituency)));
    }

    /** The letter as it would be sent; also for a member who takes no e-mail, whose letter the supporter prints. */
    public LetterPreview preview(String slug, PreviewLetter request) {
        var campaign = campaigns.publishedAs(slug);
        var form = new LetterForm();
        var postcode = form.postcode(request.postcode());
        var name = form.name(request.name());
        var address = given(request.address()) == null ? null : form.address(request.address());
        var subject = request.subject() == null ? null : form.subject(request.subject());
        var body = request.body() == null ? null : form.body(request.body());
        var personalLine = form.personalLine(request.personalLine());
        form.check();
        var addressee = addressees.require(postcode, given(request.constituency()));
        var offer = offers.of(campaign, addressee, request.language());
        var selection = offer.selection(request.points(), personalLine);
        var wording = offers.letter(campaign, addressee, offer, selection, name);
        var words = body == null ? PlainText.lines(wording.body()) : body;
        return LetterPreview.of(
                addressee,
                assembly.of(
                        campaign,
                        offer.language(),
                        addressee.member().salutation(),
                        subject == null ? PlainText.line(wording.subject()) : subject,
                        words,
                        name,
                        address,
                        addressee.postcode(),
                        Way.PLATFORM),
                emailSuggestion(request.email()),
                offers.shown(campaign, addressee, offer, selection, name),
                SimilarityAnswer.of(
                        measured(campaign, addressee, offers.everything(campaign, addressee, offer, name), words)));
    }

    /**
     * Checks a letter and finds its addressee. Asks the mp-lookup-service: to be called outside of a transaction.
     *
     * @param page the origin of the page on which it was written; null for the platform's own
     */
    public LetterDraft draft(String slug, WriteLetter request, @Nullable String page) {
        var campaign = campaigns.publishedAs(slug);
        if (!campaign.isOpen(clock.instant())) {
            throw new Failure(
                    ProblemType.CAMPAIGN_NOT_OPEN,
                    campaign.state() == CampaignState.PAUSED
                            ? "This campaign takes no letters at the moment."
                            : "This campaign is over and takes no letters any more.");
        }
        var way = request.way() == null ? Way.PLATFORM : request.way();
        if (way == Way.OWN_MAILBOX && !campaign.ownMailbox()) {
            throw new Failure(
                    ProblemType.OWN_MAILBOX_NOT_OFFERED,
                    "In this campaign we send the letters. Hand yours in, and confirm it by the email that we send you.");
        }
        var form = new LetterForm();
        var postcode = form.postcode(request.postcode());
        var name = form.name(request.name());
        var email = form.email(request.email());
        var address = form.address(request.address());
        var subject = form.subject(request.subject());
        var body = form.body(request.body());
        form.check();
        var addressee = addressees.require(postcode, given(request.constituency()));
        var offer = offers.of(campaign, addressee, request.language());
        var offered = offers.everything(campaign, addressee, offer, name);
        if (campaign.ownWords().personalLine() && !OwnSentence.isIn(body, offered)) {
            form.complain("body", "field.body.own");
            form.check();
        }
        if (addressee.member().email() == null) {
            throw new Failure(
                    ProblemType.MEMBER_TAKES_NO_EMAIL,
                    "This MP takes no letters by email. Print yours and post it to the House of Commons.");
        }
        if (OwnMember.isWriting(name, email, addressee.member())) {
            form.complain("email", "field.email.member");
            form.check();
        }
        var writer = new Writer(name, email, address, addressee.postcode());
        var measured = measured(campaign, addressee, offered, body);
        requireOwnWords(measured, way);
        return new LetterDraft(
                campaign,
                addressee,
                writer,
                subject,
                body,
                LetterOrigin.of(page, request.via(), visitors.current().network()),
                measured,
                way == Way.PLATFORM ? consent(campaign, request.consent(), request.language()) : null,
                campaign.languageFor(request.language()),
                way,
                request.from());
    }

    /** What a person would look at before it is sent cannot be given out of hand. */
    private static void requireOwnWords(MeasuredLetter measured, Way way) {
        var given =
                measured.verdict() == WhenAlike.ALLOW || (measured.verdict() == WhenAlike.HOLD && way == Way.PLATFORM);
        if (!given) {
            throw new Failure(
                            ProblemType.TOO_ALIKE,
                            "This letter is too like others to this MP. Say in words of your own why it matters to you.")
                    .with(Map.of("similarity", SimilarityAnswer.of(measured)));
        }
    }

    /** Stores a letter and asks its writer to confirm it, or hands it to them; in the caller's transaction or one of its own. */
    @Transactional
    public Receipt handIn(LetterDraft draft) {
        return draft.way() == Way.OWN_MAILBOX ? handover.give(draft) : tray.take(draft);
    }

    /** {@link #draft} for a letter that is about to be handed in: counts it, and refuses it where there were too many. */
    public LetterDraft admit(String slug, WriteLetter request, @Nullable String page) {
        var draft = draft(slug, request, page);
        limits.admit(draft.campaign(), draft.addressee().member().id(), request.proof());
        return draft;
    }

    /** {@link #admit} and {@link #handIn} together, for callers that have nothing to do in the same transaction. */
    public Receipt write(String slug, WriteLetter request) {
        return handIn(admit(slug, request, null));
    }

    private MeasuredLetter measured(Campaign campaign, Addressee addressee, String offered, String body) {
        return gate.measure(
                campaign.id(),
                addressee.member().id(),
                body,
                List.of(offered),
                campaign.ownWords().policy());
    }

    private @Nullable ConsentChoice consent(Campaign campaign, @Nullable Boolean ticked, @Nullable String language) {
        var wording = campaign.consentWording(language);
        if (wording == null) {
            return null;
        }
        var organisation = organisations.findById(campaign.organisation());
        var mode = ConsentMode.of(organisation.legalType());
        return new ConsentChoice(
                mode,
                mode.shown(wording, campaign.languageFor(language)),
                campaign.contentVersion(),
                Boolean.TRUE.equals(ticked),
                clock.instant());
    }

    /** A preview finds no fault with an address: whoever hands the letter in is told. */
    private static @Nullable String emailSuggestion(@Nullable String typed) {
        return EmailAddress.parse(typed == null ? "" : typed)
                .flatMap(EmailAddress::suggestion)
                .map(EmailAddress::value)
                .orElse(null);
    }

    private static @Nullable String given(@Nullable String answer) {
        return answer == null || answer.isBlank() ? null : answer.strip();
    }
}
