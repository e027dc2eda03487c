package org.centrallobby.letter.alarm;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.web.Answer;
import org.centrallobby.letter.web.Cursor;
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/campaigns/{id}/alarms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "How an organisation's letters stand; never whose they are or what is in them.")
@SecurityRequirement(name = "key")
class AlarmResource {
    private final Alarms alarms;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    AlarmResource(Alarms alarms, Campaigns campaigns, CurrentCaller caller) {
        this.alarms = alarms;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @GET
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(
            operationId = "listAlarms",
            summary = "Where a campaign's letters have too much in common, the newest alarm first",
            description =
                    "One network, one e-mail domain, one constituency, or the same words that are not the organisation's. An"
                            + " alarm says that somebody should look, not that anybody cheats.")
    public RestResponse<AlarmList> list(
            @RestPath UUID id, @BeanParam @Valid PageRequest request, @Context UriInfo uri) {
        campaigns.ownedBy(caller.tenant(), id);
        var after = request.after().map(Cursor::after).orElse(null);
        var page = Page.of(alarms.page(id, after, request.limit() + 1), request.limit(), Alarm::id)
                .map(AlarmView::of);
        return Answer.page(new AlarmList(page.entries(), page.next()), page.next(), uri);
    }
}
