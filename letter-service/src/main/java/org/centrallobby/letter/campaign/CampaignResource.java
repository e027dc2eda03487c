package org.centrallobby.letter.campaign;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.web.Answer;
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.centrallobby.letter.web.VersionTag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "What an organisation asks supporters to write about.")
@SecurityRequirement(name = "key")
class CampaignResource {
    private final CampaignDesk desk;
    private final PublishCheck check;
    private final SeatPreviews previews;
    private final Campaigns campaigns;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final PublicAddress address;

    CampaignResource(
            CampaignDesk desk,
            PublishCheck check,
            SeatPreviews previews,
            Campaigns campaigns,
            CurrentCaller caller,
            Idempotency idempotency,
            PublicAddress address) {
        this.desk = desk;
        this.check = check;
        this.previews = previews;
        this.campaigns = campaigns;
        this.caller = caller;
        this.idempotency = idempotency;
        this.address = address;
    }

    /** A page of campaigns, the newest first. */
    @Schema(example = "{\"campaigns\": [" + CampaignView.EXAMPLE + "], \"next\": null}")
    record CampaignList(
            List<CampaignView> campaigns, @Nullable String next) {}

    @POST
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @APIResponseSchema(value = CampaignView.class, responseCode = "201", responseDescription = "The draft")
    @Operation(summary = "Create a campaign", description = "As a draft that only your organisation sees.")
    public Response create(@NotNull(message = "Send the campaign as JSON.") @Valid CampaignFields request) {
        return idempotency.once(request, () -> created(desk.create(caller.tenant(), request)));
    }

    @POST
    @Path("/{id}/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @APIResponseSchema(value = CampaignView.class, responseCode = "201", responseDescription = "The draft")
    @Operation(
            summary = "Copy a campaign",
            description = "A draft with the same words, rules, lists and facts, under a slug of its own.")
    public Response copy(
            @RestPath UUID id, @NotNull(message = "Send the copy's slug as JSON.") @Valid CopyCampaign request) {
        return idempotency.once(request, () -> created(desk.copy(caller.tenant(), id, request.slug())));
    }

    private Reply created(Campaign campaign) {
        return new Reply(
                201,
                Map.of(
                        HttpHeaders.LOCATION,
                        "/v1/campaigns/" + campaign.id(),
                        HttpHeaders.ETAG,
                        new VersionTag(campaign.version()).toString()),
                CampaignView.of(campaign, address));
    }

    @GET
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Operation(summary = "List campaigns", description = "The newest first; follow next or the Link header for more.")
    public RestResponse<CampaignList> list(@BeanParam @Valid PageRequest request, @Context UriInfo uri) {
        var found = campaigns.page(caller.tenant(), request.after(), request.limit() + 1);
        var page = Page.of(found, request.limit(), Campaign::id).map(campaign -> CampaignView.of(campaign, address));
        return Answer.page(new CampaignList(page.entries(), page.next()), page.next(), uri);
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Operation(summary = "Show a campaign")
    public RestResponse<CampaignView> show(@RestPath UUID id) {
        return shown(campaigns.ownedBy(caller.tenant(), id));
    }

    @PATCH
    @Path("/{id}")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Operation(
            summary = "Change a campaign",
            description =
                    "Send what changes, with the ETag of what you read last in If-Match. Once it has been published"
                            + " its slug is fixed, and every other content is kept as a version.")
    public RestResponse<CampaignView> change(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "Send what changes as JSON.") @Valid CampaignFields request) {
        return shown(desk.change(caller.tenant(), id, ifMatch, request));
    }

    @GET
    @Path("/{id}/check")
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Transactional
    @Operation(
            summary = "Check a campaign before it is published",
            description =
                    "Names everything that keeps the public from using it, all at once, and warns of what keeps some of it out;"
                            + " nothing is changed.")
    public CampaignCheck check(@RestPath UUID id) {
        var campaign = campaigns.ownedBy(caller.tenant(), id);
        var errors = check.errors(campaign, campaign.content());
        return new CampaignCheck(errors.isEmpty(), errors, PublishCheck.warnings(campaign.content()));
    }

    @GET
    @Path("/{id}/preview")
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Operation(
            summary = "Preview every seat",
            description =
                    "What each of the 650 seats would get and which rule decides; with a constituency, that seat's letter.")
    public SeatPreview preview(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "A constituency's code, for instance E14001167") @Nullable String constituency) {
        var campaign = campaigns.ownedBy(caller.tenant(), id);
        return constituency == null ? previews.all(campaign) : previews.one(campaign, constituency);
    }

    @POST
    @Path("/{id}/publish")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Operation(
            summary = "Publish a draft",
            description =
                    "At once, or as scheduled where opensAt is still to come; a scheduled campaign opens at once when it is"
                            + " published again. Names everything that is missing at once.")
    public RestResponse<CampaignView> publish(@RestPath UUID id) {
        return shown(desk.publish(caller.tenant(), id));
    }

    @POST
    @Path("/{id}/withdraw")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Operation(summary = "Make a scheduled campaign a draft again")
    public RestResponse<CampaignView> withdraw(@RestPath UUID id) {
        return shown(desk.take(caller.tenant(), id, CampaignLifecycle.Step.WITHDRAW));
    }

    @POST
    @Path("/{id}/pause")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Operation(summary = "Pause a live campaign", description = "It stays in sight and takes no letters.")
    public RestResponse<CampaignView> pause(@RestPath UUID id) {
        return shown(desk.take(caller.tenant(), id, CampaignLifecycle.Step.PAUSE));
    }

    @POST
    @Path("/{id}/resume")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Operation(summary = "Resume a paused campaign")
    public RestResponse<CampaignView> resume(@RestPath UUID id) {
        return shown(desk.take(caller.tenant(), id, CampaignLifecycle.Step.RESUME));
    }

    @POST
    @Path("/{id}/close")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Operation(
            summary = "Close a campaign",
            description = "For good, and as won, lost or over: it stays in sight and takes no letters ever again.")
    public RestResponse<CampaignView> close(@RestPath UUID id, @Valid @Nullable CloseCampaign request) {
        return shown(
                request == null
                        ? desk.close(caller.tenant(), id, Ending.OVER, null)
                        : desk.close(caller.tenant(), id, request.endingOrOver(), Words.orNull(request.text())));
    }

    private RestResponse<CampaignView> shown(Campaign campaign) {
        return RestResponse.ResponseBuilder.ok(CampaignView.of(campaign, address))
                .header(HttpHeaders.ETAG, new VersionTag(campaign.version()))
                .build();
    }
}
