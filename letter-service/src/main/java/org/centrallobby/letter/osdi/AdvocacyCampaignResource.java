package org.centrallobby.letter.osdi;

import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.osdi.EntryPointResource.ListRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/osdi/v1/advocacy_campaigns")
@Produces(EntryPointResource.HAL)
@Tag(name = "OSDI")
@SecurityRequirement(name = "key")
class AdvocacyCampaignResource {
    private final Listings listings;
    private final Outreaches outreaches;
    private final Campaigns campaigns;
    private final CurrentCaller caller;
    private final Addresses addresses;

    AdvocacyCampaignResource(
            Listings listings, Outreaches outreaches, Campaigns campaigns, CurrentCaller caller, Addresses addresses) {
        this.listings = listings;
        this.outreaches = outreaches;
        this.campaigns = campaigns;
        this.caller = caller;
        this.addresses = addresses;
    }

    @GET
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Transactional
    @Operation(
            operationId = "osdiAdvocacyCampaigns",
            summary = "Campaigns, in the order in which they last changed",
            description = "Filter by modified_date.")
    public Listing.OfCampaigns list(@BeanParam @Valid ListRequest request) {
        return new Listing.OfCampaigns(listings.page(
                OsdiCampaign.SOURCE, "advocacy_campaigns", request, Listings.of(caller.tenant()), this::views));
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Transactional
    @Operation(operationId = "osdiAdvocacyCampaign", summary = "A campaign")
    public OsdiCampaign get(@RestPath UUID id) {
        var campaign = campaigns.ownedBy(caller.tenant(), id);
        return OsdiCampaign.of(campaign, addresses);
    }

    @GET
    @Path("/{id}/outreaches")
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(
            operationId = "osdiOutreachesOfCampaign",
            summary = "A campaign's confirmed letters, in the order in which they last changed",
            description =
                    "Filter by modified_date. Subject and message only for a key with the scope letters:content; that is"
                            + " in the audit log.")
    public Listing.OfOutreaches outreaches(@RestPath UUID id, @BeanParam @Valid ListRequest request) {
        campaigns.ownedBy(caller.tenant(), id);
        return new Listing.OfOutreaches(outreaches.page(
                Outreach.OF_CAMPAIGN,
                "advocacy_campaigns/" + id + "/outreaches",
                request,
                Listings.of(caller.tenant(), "campaign", id),
                id));
    }

    private List<OsdiCampaign> views(List<Tuple> rows) {
        var ids = rows.stream().map(row -> row.get(0, UUID.class)).toList();
        Map<UUID, Campaign> found = ids.isEmpty()
                ? Map.of()
                : campaigns.list("id in ?1", ids).stream().collect(Collectors.toMap(Campaign::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .map(campaign -> OsdiCampaign.of(campaign, addresses))
                .toList();
    }
}
