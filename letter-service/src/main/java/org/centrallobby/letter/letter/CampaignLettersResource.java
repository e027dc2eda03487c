package org.centrallobby.letter.letter;

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

@Path("/v1/campaigns/{id}/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "How an organisation's letters stand; never whose they are or what is in them.")
@SecurityRequirement(name = "key")
class CampaignLettersResource {
    private final Letters letters;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    CampaignLettersResource(Letters letters, Campaigns campaigns, CurrentCaller caller) {
        this.letters = letters;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @GET
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(
            operationId = "listLetters",
            summary = "A campaign's letters, the newest first",
            description = "Filters may be combined. Follow next or the Link header for more.")
    public RestResponse<LetterList> list(
            @RestPath UUID id,
            @BeanParam @Valid LetterFilter filter,
            @BeanParam @Valid PageRequest request,
            @Context UriInfo uri) {
        campaigns.ownedBy(caller.tenant(), id);
        var after = request.after().map(Cursor::after).orElse(null);
        var page = Page.of(letters.page(id, filter, after, request.limit() + 1), request.limit(), Letter::id)
                .map(LetterView::of);
        return Answer.page(new LetterList(page.entries(), page.next()), page.next(), uri);
    }
}
