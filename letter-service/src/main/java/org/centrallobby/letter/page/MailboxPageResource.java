package org.centrallobby.letter.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.ownmailbox.HandoverDesk;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a writer says that they have sent their letter from their own mailbox. */
@Path("/c/{slug}/mailbox")
@Produces(MediaType.TEXT_HTML)
class MailboxPageResource {
    private final CampaignViews campaigns;
    private final HandoverDesk handovers;
    private final RequestLimits limits;
    private final ErrorPages errors;

    MailboxPageResource(CampaignViews campaigns, HandoverDesk handovers, RequestLimits limits, ErrorPages errors) {
        this.campaigns = campaigns;
        this.handovers = handovers;
        this.limits = limits;
        this.errors = errors;
    }

    /** Where a form led and a bookmark leads back: nothing of the letter is left here. */
    @GET
    @Operation(hidden = true)
    public Response beginAgain(@RestPath String slug, @RestQuery @Nullable String lang) {
        return PageMapper.response(campaigns
                .find(slug, lang)
                .map(campaign -> Shown.see(campaign.home()))
                .orElseGet(errors::noCampaign));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response said(@RestPath String slug, @RestQuery @Nullable String lang, MultivaluedMap<String, String> form) {
        var code = Answers.code(form.getFirst("share"));
        return PageMapper.response(campaigns
                .find(slug, lang, code)
                .map(campaign -> said(campaign, MailboxView.of(form), Answers.of(form), code))
                .orElseGet(errors::noCampaign));
    }

    private Shown said(CampaignView campaign, MailboxView mailbox, Answers answers, String code) {
        var language = campaign.language();
        try {
            limits.request();
            handovers.said(UUID.fromString(mailbox.letter()), mailbox.token());
            return Shown.see(campaign.at("counted", "share", code));
        } catch (IllegalArgumentException e) {
            var mistakes = Mistakes.ofAll(language.say("problem.unknown-letter"));
            return Shown.page(
                    ProblemType.UNKNOWN_LETTER, Pages.mailbox(language, campaign, answers, mistakes, mailbox, code));
        } catch (Failure failure) {
            var late = failure.type() == ProblemType.CONFIRMATION_EXPIRED;
            var mistakes = late ? Mistakes.ofAll(language.say("mailbox.late")) : Mistakes.of(language, failure, "");
            return Shown.page(failure, Pages.mailbox(language, campaign, answers, mistakes, mailbox, code));
        }
    }
}
