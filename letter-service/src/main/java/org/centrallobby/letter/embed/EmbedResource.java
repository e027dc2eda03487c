package org.centrallobby.letter.embed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.campaign.PublicAddress;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/campaigns/{id}/embed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Campaigns", description = "What an organisation asks supporters to write about.")
@SecurityRequirement(name = "key")
class EmbedResource {
    private final Campaigns campaigns;
    private final CurrentCaller caller;
    private final PublicAddress address;
    private final WidgetScript script;

    EmbedResource(Campaigns campaigns, CurrentCaller caller, PublicAddress address, WidgetScript script) {
        this.campaigns = campaigns;
        this.caller = caller;
        this.address = address;
        this.script = script;
    }

    @GET
    @NeedsScope(Scope.CAMPAIGNS_READ)
    @Operation(
            summary = "Show how to embed a campaign",
            description =
                    "What to paste into your own page: the widget's two lines, a frame, the WordPress shortcode, the link, its QR"
                            + " code, or the widget from your own server. The origins of your pages have to be among your"
                            + " organisation's allowedOrigins.")
    public Embed embed(@RestPath UUID id) {
        return Embed.of(campaigns.ownedBy(caller.tenant(), id), address, script.integrity());
    }
}
