package org.centrallobby.letter.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.letter.LetterDesk;
import org.centrallobby.letter.letter.Receipt;
import org.centrallobby.letter.letter.Way;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.share.PersonalLinks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's page: find your MP, write, check, send, pass on. Each step is a form; what was typed travels with it. {@code lang}
 * asks for one of the campaign's languages.
 */
@Path("/c/{slug}")
@Produces(MediaType.TEXT_HTML)
class CampaignPageResource {
    private static final String OWN_MAILBOX = "own-mailbox";

    private final CampaignViews campaigns;
    private final WritingDesk desk;
    private final LetterDesk letters;
    private final PersonalLinks links;
    private final RequestLimits limits;
    private final ErrorPages errors;

    CampaignPageResource(
            CampaignViews campaigns,
            WritingDesk desk,
            LetterDesk letters,
            PersonalLinks links,
            RequestLimits limits,
            ErrorPages errors) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.letters = letters;
        this.links = links;
        this.limits = limits;
        this.errors = errors;
    }

    @GET
    @Operation(hidden = true)
    public Response open(
            @RestPath String slug,
            @RestQuery @Nullable String lang,
            @RestQuery @Nullable String via,
            @RestQuery @Nullable String from) {
        return onCampaign(slug, lang, campaign -> desk.begin(campaign, Answers.of(via, from)));
    }

    /** Where a form led somebody and a bookmark leads back: what was typed is gone, the campaign is not. */
    @GET
    @Path("/{step:write|check|send}")
    @Operation(hidden = true)
    public Response beginAgain(@RestPath String slug, @RestPath String step, @RestQuery @Nullable String lang) {
        return onCampaign(slug, lang, campaign -> Shown.see(campaign.home()));
    }

    @POST
    @Path("/write")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response write(
            @RestPath String slug, @RestQuery @Nullable String lang, MultivaluedMap<String, String> form) {
        var how = Writing.of(form);
        var answers = Answers.of(form).moved(how.move());
        return onCampaign(slug, lang, campaign -> {
            if (how.again()) {
                return desk.begin(campaign, answers);
            }
            try {
                limits.lookUp();
            } catch (Failure failure) {
                return desk.refuse(campaign, answers, failure);
            }
            return desk.write(campaign, answers, how);
        });
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response check(
            @RestPath String slug, @RestQuery @Nullable String lang, MultivaluedMap<String, String> form) {
        var answers = Answers.of(form);
        return onCampaign(slug, lang, campaign -> {
            try {
                limits.preview();
            } catch (Failure failure) {
                return desk.mistaken(campaign, answers, failure);
            }
            return desk.check(campaign, answers);
        });
    }

    @POST
    @Path("/send")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(@RestPath String slug, @RestQuery @Nullable String lang, MultivaluedMap<String, String> form) {
        var answers = Answers.of(form);
        var way = OWN_MAILBOX.equals(form.getFirst("way")) ? Way.OWN_MAILBOX : Way.PLATFORM;
        return onCampaign(slug, lang, campaign -> {
            try {
                return handedIn(
                        campaign,
                        answers,
                        letters.write(slug, answers.letter(campaign.language().tag(), way)));
            } catch (Failure failure) {
                return desk.mistaken(campaign, answers, failure);
            }
        });
    }

    /** What a writer sends themselves is given to them in the answer: nothing of it may stand in an address. */
    private Shown handedIn(CampaignView campaign, Answers answers, Receipt receipt) {
        var code = receipt.share().code();
        var mailbox = receipt.ownMailbox();
        return mailbox == null
                ? Shown.see(campaign.at("sent", "letter", receipt.id().toString()) + campaign.and("share", code))
                : Shown.page(Pages.mailbox(
                        campaign.language(), campaign, answers, Mistakes.NONE, MailboxView.of(receipt, mailbox), code));
    }

    @GET
    @Path("/{end:confirmed|posted|counted}")
    @Operation(hidden = true)
    public Response thank(
            @RestPath String slug,
            @RestPath String end,
            @RestQuery @Nullable String lang,
            @RestQuery @Nullable String share) {
        var code = Answers.code(share);
        return PageMapper.response(campaigns
                .find(slug, lang, code)
                .map(campaign -> {
                    var language = campaign.language();
                    var thanks = switch (end) {
                        case "posted" -> Thanks.posted(language);
                        case "counted" -> Thanks.sentByWriter(language);
                        default -> Thanks.confirmed(language);
                    };
                    return Shown.page(
                            Pages.confirmed(language, campaign, Mistakes.NONE, thanks, friends(language, code)));
                })
                .orElseGet(errors::noCampaign));
    }

    /** How many have written over a personal link, said; empty where nobody knows. */
    private String friends(Language language, String code) {
        return links.friends(code)
                .filter(friends -> friends > 0)
                .map(friends -> language.say("share.friends", "count", friends))
                .orElse("");
    }

    private Response onCampaign(String slug, @Nullable String lang, Function<CampaignView, Shown> step) {
        return PageMapper.response(campaigns.find(slug, lang).map(step).orElseGet(errors::noCampaign));
    }
}
