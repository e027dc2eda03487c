package org.centrallobby.letter.limit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.proof.Challenge;
import org.centrallobby.letter.proof.Proofs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/public/campaigns/{slug}/challenge")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class ChallengeResource {
    private final Campaigns campaigns;
    private final Proofs proofs;
    private final RequestLimits limits;

    ChallengeResource(Campaigns campaigns, Proofs proofs, RequestLimits limits) {
        this.campaigns = campaigns;
        this.proofs = proofs;
        this.limits = limits;
    }

    @GET
    @Operation(
            operationId = "getChallenge",
            summary = "A challenge to solve for a letter of this campaign",
            description =
                    "In ALTCHA's protocol, so that its widget and libraries can solve it. Only needed by who wants to have a"
                            + " proof at hand: the problem proof-of-work-required carries a challenge of its own.")
    @APIResponse(
            responseCode = "200",
            description = "A challenge, good for one letter",
            content = @Content(schema = @Schema(implementation = Challenge.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<Challenge> challenge(@RestPath String slug) {
        limits.request();
        var campaign = campaigns.publishedAs(slug);
        var uncached = new CacheControl();
        uncached.setNoStore(true);
        return RestResponse.ResponseBuilder.ok(proofs.challenge(campaign.id()))
                .header(HttpHeaders.CACHE_CONTROL, uncached)
                .build();
    }
}
