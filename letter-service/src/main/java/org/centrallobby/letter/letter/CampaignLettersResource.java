package org.centrallobby.letter.letter;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Cursor;
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

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
    @Operation(operationId = "listLetters", summary = "A campaign's letters, the newest first")
    public RestResponse<LetterList> list(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Only letters in this state") @Nullable String state,
            @RestQuery
                    @Parameter(description = "Only letters to this constituency's MP, by its code")
                    @Pattern(regexp = "[A-Z][0-9]{8}", message = "Use a constituency's code, for instance E14001167.") @Nullable String constituency,
            @BeanParam @Valid PageRequest request) {
        campaigns.ownedBy(caller.tenant(), id);
        var wanted = state == null ? null : state(state);
        var after = request.after().map(Cursor::after).orElse(null);
        var page = Page.of(
                        letters.page(id, wanted, constituency, after, request.limit() + 1), request.limit(), Letter::id)
                .map(LetterView::of);
        var response = RestResponse.ResponseBuilder.ok(new LetterList(page.entries(), page.next()));
        if (page.next() != null) {
            response.header(
                    HttpHeaders.LINK,
                    "</v1/campaigns/%s/letters?limit=%d&cursor=%s%s%s>; rel=\"next\""
                            .formatted(
                                    id,
                                    request.limit(),
                                    page.next(),
                                    wanted == null ? "" : "&state=" + state,
                                    constituency == null ? "" : "&constituency=" + constituency));
        }
        return response.build();
    }

    private static LetterState state(String name) {
        return LetterState.named(name)
                .orElseThrow(() -> new Failure(ProblemType.BAD_REQUEST, "There is no such state of a letter."));
    }
}
