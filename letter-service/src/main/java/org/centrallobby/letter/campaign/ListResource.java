package org.centrallobby.letter.campaign;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.message.SeatLists;
import org.centrallobby.letter.message.UploadedTable;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/campaigns/{id}/lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@SecurityRequirement(name = "key")
class ListResource {
    private static final String NAME = Words.SLUG;
    private static final String NAME_WANTED = Words.SLUG_WANTED;

    private final SeatLists lists;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    ListResource(SeatLists lists, Campaigns campaigns, CurrentCaller caller) {
        this.lists = lists;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    /** Every one, in the order of the names. */
    @Schema(example = "{\"lists\": [" + UploadedTable.EXAMPLE + "]}")
    record Lists(List<UploadedTable> lists) {}

    @GET
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Operation(operationId = "listLists", summary = "A campaign's lists of seats")
    public Lists list(@RestPath UUID id) {
        return new Lists(lists.of(campaigns.ownedBy(caller.tenant(), id).id()));
    }

    @PUT
    @Path("/{name}")
    @Consumes("text/csv")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Transactional
    @Operation(
            operationId = "uploadList",
            summary = "Upload a list of seats for message rules",
            description =
                    "A column constituency (GSS code or name) or member (id at Parliament or name); a member stays on it in another seat. All that is wrong is named at once, by line; then nothing is changed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "list", value = "constituency\nE14001167\n")))
    public UploadedTable upload(
            @RestPath UUID id,
            @RestPath @Pattern(regexp = NAME, message = NAME_WANTED) String name,
            @Nullable String csv) {
        return lists.keep(campaigns.lockedOf(caller.tenant(), id).id(), name, csv == null ? "" : csv);
    }

    @DELETE
    @Path("/{name}")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Transactional
    @Operation(
            operationId = "deleteList",
            summary = "Take a list away",
            description = "A campaign that is published has to keep those that it uses.")
    public void delete(@RestPath UUID id, @RestPath @Pattern(regexp = NAME, message = NAME_WANTED) String name) {
        var campaign = campaigns.lockedOf(caller.tenant(), id);
        if (campaign.state() != CampaignState.DRAFT && isUsed(campaign, name)) {
            throw new Failure(ProblemType.ILLEGAL_STEP, "The campaign uses it. Change the campaign first.");
        }
        if (!lists.drop(campaign.id(), name)) {
            throw new Failure(ProblemType.NOT_FOUND, "The campaign has nothing with this name.");
        }
    }

    private static boolean isUsed(Campaign campaign, String name) {
        return campaign.rules().lists().contains(name);
    }
}
