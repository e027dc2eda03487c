package org.centrallobby.letter.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.centrallobby.letter.comment.CommentDesk;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.language.Said;
import org.centrallobby.letter.letter.LetterDesk;
import org.centrallobby.letter.letter.LetterPreview;
import org.centrallobby.letter.letter.MpAnswer;
import org.centrallobby.letter.letter.Way;
import org.centrallobby.letter.lookup.Delivery;
import org.centrallobby.letter.lookup.SeatStatus;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Decides which page a supporter sees next on the way to a letter. Whatever goes wrong, what was typed is on it. */
@ApplicationScoped
class WritingDesk {
    private static final int NEWEST_COMMENTS = 5;

    /** What is said at the field of the postcode. */
    private static final Set<ProblemType> OF_POSTCODES = Set.of(
            ProblemType.MALFORMED_POSTCODE,
            ProblemType.UNKNOWN_POSTCODE,
            ProblemType.NO_CONSTITUENCY,
            ProblemType.NORTHERN_IRELAND_NOT_LOADED);

    private static final Set<ProblemType> RUSH =
            Set.of(ProblemType.TOO_MANY_REQUESTS, ProblemType.PROOF_OF_WORK_REQUIRED);

    private final LetterDesk letters;
    private final CommentDesk comments;
    private final CampaignViews campaigns;

    WritingDesk(LetterDesk letters, CommentDesk comments, CampaignViews campaigns) {
        this.letters = letters;
        this.comments = comments;
        this.campaigns = campaigns;
    }

    /** The campaign's page, with the question for the postcode. */
    Shown begin(CampaignView campaign, Answers answers) {
        return Shown.page(Pages.find(campaign.language(), campaign, answers, Mistakes.NONE, wall(campaign)));
    }

    /** The letter as it stands, to be written on. */
    Shown write(CampaignView campaign, Answers answers, Writing how) {
        try {
            return writing(campaign, how.whole() ? whole(campaign, answers) : answers, how, null);
        } catch (Failure failure) {
            return deadEnd(campaign, answers, failure, () -> refuse(campaign, answers, failure));
        }
    }

    /** The whole letter as it would go. Nothing is stored; what would be wrong at the next step is said now. */
    Shown check(CampaignView campaign, Answers answers) {
        try {
            var language = campaign.language().tag();
            var mp = letters.findMp(campaign.slug(), answers.postcode(), answers.constituency());
            var member = member(mp);
            if (member == null) {
                return writing(campaign, answers, Writing.PLAIN, null);
            }
            var words = answers.body() == null ? composed(campaign, answers).body() : answers.body();
            if (member.delivery() == Delivery.EMAIL) {
                letters.draft(campaign.slug(), answers.withSeen(words).letter(language, Way.PLATFORM), null);
            } else {
                requireSender(answers);
            }
            var letter = letters.preview(campaign.slug(), answers.own(yourName(campaign), language));
            return Shown.page(Pages.check(
                    campaign.language(),
                    campaign,
                    answers.withSeen(letter.body()),
                    Mistakes.NONE,
                    CheckView.of(campaign.language(), campaign.organisation(), letter)));
        } catch (Failure failure) {
            return mistaken(campaign, answers, failure);
        }
    }

    /** The step on which what is wrong can be put right, with everything that was typed. */
    Shown mistaken(CampaignView campaign, Answers answers, Failure failure) {
        if (RUSH.contains(failure.type())) {
            var script = campaign.needsScript() && failure.type() == ProblemType.PROOF_OF_WORK_REQUIRED;
            var words = campaign.language().say(script ? "kept.script" : "kept.rush");
            return kept(campaign, answers, failure, Mistakes.ofAll(words));
        }
        return deadEnd(campaign, answers, failure, () -> {
            try {
                return writing(campaign, answers, Writing.PLAIN, failure);
            } catch (Failure lookup) {
                // Without the MP there is no form to show the letter in, but the letter itself must not be lost.
                return kept(campaign, answers, failure, Mistakes.of(campaign.language(), failure, ""));
            }
        });
    }

    private Shown writing(CampaignView campaign, Answers answers, Writing how, @Nullable Failure failure) {
        var language = campaign.language();
        var mistakes = failure == null ? Mistakes.NONE : Mistakes.of(language, failure, "");
        var mp = letters.findMp(campaign.slug(), answers.postcode(), answers.constituency());
        if (mp.constituency() == null) {
            var missing = failure == null && how.chose()
                    ? Mistakes.ofField("constituency", language.say("choose.missing"))
                    : mistakes;
            return page(failure, Pages.choose(language, campaign, answers, missing, mp));
        }
        var member = member(mp);
        if (member == null) {
            return failure == null
                    ? Shown.page(Pages.stop(language, campaign, answers, Mistakes.NONE, vacancy(language, mp)))
                    : kept(campaign, answers, failure, mistakes);
        }
        var proposal = letters.preview(campaign.slug(), answers.proposal(yourName(campaign), language.tag()));
        var view = WritingView.of(language, mp, member, proposal, answers, how.move());
        var shown = answers.withSubject(proposal.subject(), view.seat());
        var ofOnePiece = shown.body() == null && view.points().isEmpty();
        shown = ofOnePiece ? shown.withBody(proposal.body()) : shown;
        return page(
                failure,
                Pages.write(
                        language,
                        campaign,
                        shown,
                        shown.body() == null ? mistakes.moved("body", "personalLine") : mistakes,
                        view));
    }

    /** The points' letter, to be edited as a whole from now on. */
    private Answers whole(CampaignView campaign, Answers answers) {
        return answers.body() == null
                ? answers.withBody(composed(campaign, answers).body())
                : answers;
    }

    /** What the points and the line of one's own make; signature and subject are not looked at. */
    private LetterPreview composed(CampaignView campaign, Answers answers) {
        return letters.preview(
                campaign.slug(),
                answers.composition(yourName(campaign), campaign.language().tag()));
    }

    /** What is printed needs a sender too. */
    private static void requireSender(Answers answers) {
        var errors = new ArrayList<FieldError>();
        if (answers.name().isBlank()) {
            errors.add(new FieldError("#/name", Said.of("field.name")));
        }
        if (answers.address().isBlank()) {
            errors.add(new FieldError("#/address", Said.of("field.address")));
        }
        if (!errors.isEmpty()) {
            throw new Failure(ProblemType.INVALID_REQUEST, "Correct the fields named below.", errors);
        }
    }

    /** Where the campaign has nothing for this MP, that is said and how it goes on; else what the supplier answers. */
    private Shown deadEnd(CampaignView campaign, Answers answers, Failure failure, Supplier<Shown> otherwise) {
        var language = campaign.language();
        if (failure.type() == ProblemType.NO_LETTER_WANTED) {
            var end = new DeadEnd(language.say("stop.excluded"), failure.detail());
            return Shown.page(failure, Pages.stop(language, campaign, answers, Mistakes.NONE, end));
        }
        if (failure.type() == ProblemType.OTHER_CAMPAIGN) {
            var other = campaigns.find(String.valueOf(failure.extensions().get("campaign")), language.tag());
            var end = new DeadEnd(
                    language.say("stop.elsewhere"),
                    language.say("stop.elsewhere.text"),
                    other.map(view -> new DeadEnd.Elsewhere(view.title(), view.at("write")))
                            .orElse(null));
            return Shown.page(failure, Pages.stop(language, campaign, answers, Mistakes.NONE, end));
        }
        return otherwise.get();
    }

    /** What was asked for cannot be done now; nothing that was typed is lost. */
    Shown refuse(CampaignView campaign, Answers answers, Failure failure) {
        if (answers.hasWords()) {
            return kept(campaign, answers, failure, Mistakes.of(campaign.language(), failure, ""));
        }
        var field = OF_POSTCODES.contains(failure.type()) ? "postcode" : "";
        var mistakes = Mistakes.of(campaign.language(), failure, field);
        return Shown.page(failure, Pages.find(campaign.language(), campaign, answers, mistakes, wall(campaign)));
    }

    private static Shown kept(CampaignView campaign, Answers answers, Failure failure, Mistakes mistakes) {
        return Shown.page(failure, Pages.kept(campaign.language(), campaign, answers, mistakes));
    }

    private WallView wall(CampaignView campaign) {
        return comments.wall(campaign.slug(), new PageRequest(NEWEST_COMMENTS, null))
                .map(wall -> WallView.of(wall, campaign.language()))
                .orElse(WallView.NONE);
    }

    private static Shown page(@Nullable Failure failure, TemplateInstance page) {
        return failure == null ? Shown.page(page) : Shown.page(failure, page);
    }

    private static MpAnswer.@Nullable MemberAnswer member(MpAnswer mp) {
        var seat = mp.seat();
        return seat == null || seat.status() != SeatStatus.FILLED ? null : seat.member();
    }

    private static DeadEnd vacancy(Language language, MpAnswer mp) {
        var constituency = Objects.requireNonNull(mp.constituency()).nameIn(language.tag());
        return switch (Objects.requireNonNull(mp.seat()).status()) {
            case DISSOLVED -> new DeadEnd(language.say("stop.dissolved"), language.say("stop.dissolved.text"));
            case VACANT ->
                new DeadEnd(
                        language.say("stop.vacant", "constituency", constituency), language.say("stop.vacant.text"));
            case FILLED, UNKNOWN ->
                new DeadEnd(
                        language.say("stop.unknown", "constituency", constituency), language.say("stop.unknown.text"));
        };
    }

    /** Stands where the name will, in a letter that the supporter has not signed yet. */
    private static String yourName(CampaignView campaign) {
        return campaign.language().say("write.your-name");
    }
}
