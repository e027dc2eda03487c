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
import org.centrallobby.letter.message.MergeValues;
import org.centrallobby.letter.message.SeatFacts;
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

@Path("/v1/campaigns/{id}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns")
@SecurityRequirement(name = "key")
class FactResource {
    private static final String NAME = MergeValues.FACT_NAME;
    private static final String NAME_WANTED = "Begin with a lower-case letter; use letters and digits, at most 40.";

    private final SeatFacts facts;
    private final SeatMessages messages;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    FactResource(SeatFacts facts, SeatMessages messages, Campaigns campaigns, CurrentCaller caller) {
        this.facts = facts;
        this.messages = messages;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    /** Every one, in the order of the names. */
    @Schema(example = "{\"facts\": [" + UploadedTable.EXAMPLE + "]}")
    record Facts(List<UploadedTable> facts) {}

    @GET
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Operation(operationId = "listFacts", summary = "A campaign's facts of constituencies")
    public Facts list(@RestPath UUID id) {
        return new Facts(facts.of(campaigns.ownedBy(caller.tenant(), id).id()));
    }

    @PUT
    @Path("/{name}")
    @Consumes("text/csv")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Transactional
    @Operation(
            operationId = "uploadFact",
            summary = "Upload a fact of constituencies for letters",
            description =
                    "The columns constituency (GSS code or name), value, source and date; letters use them as {fact.name}, {factSource.name} and {factDate.name}. All that is wrong is named at once, by line; then nothing is changed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "fact",
                                            value =
                                                    "constituency,value,source,date\nE14001167,14 cameras,Freedom of information reply,March 2026\n")))
    public UploadedTable upload(
            @RestPath UUID id,
            @RestPath @Pattern(regexp = NAME, message = NAME_WANTED) String name,
            @Nullable String csv) {
        return facts.keep(campaigns.lockedOf(caller.tenant(), id).id(), name, csv == null ? "" : csv);
    }

    @DELETE
    @Path("/{name}")
    @NeedsScope(Scope.CAMPAIGNS_WRITE)
    @Transactional
    @Operation(
            operationId = "deleteFact",
            summary = "Take a fact away",
            description = "A campaign that is published has to keep those that it uses.")
    public void delete(@RestPath UUID id, @RestPath @Pattern(regexp = NAME, message = NAME_WANTED) String name) {
        var campaign = campaigns.lockedOf(caller.tenant(), id);
        if (campaign.state() != CampaignState.DRAFT && isUsed(campaign, name)) {
            throw new Failure(ProblemType.ILLEGAL_STEP, "The campaign uses it. Change the campaign first.");
        }
        if (!facts.drop(campaign.id(), name)) {
            throw new Failure(ProblemType.NOT_FOUND, "The campaign has nothing with this name.");
        }
    }

    private boolean isUsed(Campaign campaign, String name) {
        return messages.factCoverage(campaign.id(), campaign.content().allLetters())
                .containsKey(name);
    }
}
