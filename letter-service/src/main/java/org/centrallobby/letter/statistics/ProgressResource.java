package org.centrallobby.letter.statistics;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/public/campaigns/{slug}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class ProgressResource {
    private final Campaigns campaigns;
    private final LetterCounts counts;

    ProgressResource(Campaigns campaigns, LetterCounts counts) {
        this.campaigns = campaigns;
        this.counts = counts;
    }

    @GET
    @Transactional
    @Operation(operationId = "getProgress", summary = "How many letters were confirmed, in all and by constituency")
    public CampaignProgress progress(@RestPath String slug) {
        var campaign = campaigns
                .published(slug)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no such campaign."));
        var constituencies = counts.byConstituency(campaign.id());
        var confirmed =
                constituencies.stream().mapToLong(ConstituencyCount::confirmed).sum();
        return new CampaignProgress(confirmed, campaign.goal(confirmed), constituencies);
    }
}
