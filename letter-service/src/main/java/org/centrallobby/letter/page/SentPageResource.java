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
import org.centrallobby.letter.confirmation.ConfirmationDesk;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * After a letter was handed in. The id in the address opens nothing: it only goes with the code from the mail. {@code share} is
 * the code of the writer's personal link, which they are about to publish.
 */
@Path("/c/{slug}/sent")
@Produces(MediaType.TEXT_HTML)
class SentPageResource {
    private final CampaignViews campaigns;
    private final ConfirmationDesk confirmations;
    private final RequestLimits limits;
    private final ErrorPages errors;

    SentPageResource(CampaignViews campaigns, ConfirmationDesk confirmations, RequestLimits limits, ErrorPages errors) {
        this.campaigns = campaigns;
        this.confirmations = confirmations;
        this.limits = limits;
        this.errors = errors;
    }

    @GET
    @Operation(hidden = true)
    public Response sent(
            @RestPath String slug,
            @RestQuery @Nullable String lang,
            @RestQuery @Nullable String letter,
            @RestQuery @Nullable String share) {
        var code = Answers.code(share);
        return PageMapper.response(campaigns
                .find(slug, lang, code)
                .map(campaign -> Shown.page(
                        Pages.sent(campaign.language(), campaign, Mistakes.NONE, letter == null ? "" : letter, code)))
                .orElseGet(errors::noCampaign));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response confirm(
            @RestPath String slug, @RestQuery @Nullable String lang, MultivaluedMap<String, String> form) {
        var letter = String.valueOf(form.getFirst("letter"));
        var code = Answers.code(form.getFirst("share"));
        return PageMapper.response(campaigns
                .find(slug, lang, code)
                .map(campaign -> confirm(campaign, letter, form.getFirst("code"), code))
                .orElseGet(errors::noCampaign));
    }

    private Shown confirm(CampaignView campaign, String letter, @Nullable String digits, String share) {
        var language = campaign.language();
        if (digits == null || digits.isBlank()) {
            var missing = Mistakes.ofField("code", language.say("sent.code.missing"));
            return Shown.page(ProblemType.INVALID_REQUEST, Pages.sent(language, campaign, missing, letter, share));
        }
        try {
            limits.code();
            confirmations.confirm(UUID.fromString(letter), digits);
            return Shown.see(campaign.at("confirmed", "share", share));
        } catch (IllegalArgumentException e) {
            var forgotten = Mistakes.ofField("code", language.say("sent.code.forgotten"));
            return Shown.page(
                    ProblemType.UNKNOWN_CONFIRMATION, Pages.sent(language, campaign, forgotten, letter, share));
        } catch (Failure failure) {
            return Shown.page(
                    failure, Pages.sent(language, campaign, Mistakes.of(language, failure, "code"), letter, share));
        }
    }
}
