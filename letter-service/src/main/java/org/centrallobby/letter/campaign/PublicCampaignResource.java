package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/campaigns/{slug}")
@Tag(
        name = "Public",
        description = "For supporters' browsers: no key, no cookie, only the pages that the campaign allows.")
class PublicCampaignResource {
    /** Short, as the count moves; long enough to carry a page that many people open at once. */
    private static final int CACHED_SECONDS = 15;

    private final Campaigns campaigns;
    private final Organisations organisations;
    private final PublicAddress address;
    private final Progress progress;
    private final ObjectMapper json;

    PublicCampaignResource(
            Campaigns campaigns,
            Organisations organisations,
            PublicAddress address,
            Progress progress,
            ObjectMapper json) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.address = address;
        this.progress = progress;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show a campaign to the public", description = "All that the widget needs. Cacheable.")
    @APIResponse(
            responseCode = "200",
            description = "The campaign",
            content = @Content(schema = @Schema(implementation = PublicCampaign.class)))
    public Response show(
            @RestPath String slug,
            @RestQuery @Parameter(description = "en or cy; the campaign's own where it has no words in it") @Nullable String lang,
            Request request)
            throws JsonProcessingException {
        var campaign = campaigns
                .published(slug)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no campaign at this address."));
        var organisation = organisations.findById(campaign.organisation());
        var body = json.writeValueAsBytes(
                PublicCampaign.of(campaign, lang, organisation, address, progress.confirmed(campaign.id())));
        // Of the bytes themselves: the organisation's name and the count change without the campaign.
        var tag = new EntityTag(UUID.nameUUIDFromBytes(body).toString());
        var unchanged = Answer.unchanged(request, tag);
        var response = unchanged == null ? Response.ok(new String(body, StandardCharsets.UTF_8)) : unchanged;
        var cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        cached.setNoTransform(false);
        return response.tag(tag).cacheControl(cached).build();
    }
}
