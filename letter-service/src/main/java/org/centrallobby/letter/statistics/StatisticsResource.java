package org.centrallobby.letter.statistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/campaigns/{id}/statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "How an organisation's letters stand; never whose they are or what is in them.")
@SecurityRequirement(name = "key")
class StatisticsResource {
    private final StatisticsDesk desk;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    StatisticsResource(StatisticsDesk desk, Campaigns campaigns, CurrentCaller caller) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @GET
    @NeedsScope(Scope.LETTERS_READ)
    @Operation(
            operationId = "getStatistics",
            summary = "A campaign in numbers",
            description = "Exact at the moment of the answer: every step of a letter is counted in the transaction that"
                    + " takes it. A constituency with no letter stands in the list as well.")
    public CampaignStatistics get(@RestPath UUID id) {
        return desk.of(campaigns.ownedBy(caller.tenant(), id));
    }
}
