package org.centrallobby.letter.letter;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "How an organisation's letters stand; never whose they are or what is in them.")
class LetterResource {
    private final Letters letters;
    private final LetterHistory history;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    LetterResource(Letters letters, LetterHistory history, Campaigns campaigns, CurrentCaller caller) {
        this.letters = letters;
        this.history = history;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @GET
    @Path("/campaigns/{id}/letters")
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(operationId = "listLetters", summary = "A campaign's letters, the newest first")
    public RestResponse<LetterList> list(
            @RestPath UUID id,
            @RestQuery @Parameter(description = "Only letters in this state") @Nullable String state,
            @BeanParam @Valid PageRequest request) {
        campaigns.ownedBy(caller.organisation(), id);
        var wanted = state == null ? null : state(state);
        var after = request.after().map(Cursor::after).orElse(null);
        var page = Page.of(letters.page(id, wanted, after, request.limit() + 1), request.limit(), Letter::id);
        var response = RestResponse.ResponseBuilder.ok(
                new LetterList(page.entries().stream().map(LetterView::of).toList(), page.next()));
        if (page.next() != null) {
            response.header(
                    HttpHeaders.LINK,
                    "</v1/campaigns/%s/letters?limit=%d&cursor=%s%s>; rel=\"next\""
                            .formatted(id, request.limit(), page.next(), wanted == null ? "" : "&state=" + state));
        }
        return response.build();
    }

    @GET
    @Path("/letters/{id}")
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(operationId = "getLetter", summary = "A letter with every step it has taken")
    public LetterWithHistory get(@RestPath UUID id) {
        return letters.findByIdOptional(id)
                .filter(letter -> letter.organisation().equals(caller.organisation()))
                .map(letter -> LetterWithHistory.of(letter, history.of(id)))
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no such letter."));
    }

    private static LetterState state(String name) {
        return LetterState.named(name)
                .orElseThrow(() -> new Failure(ProblemType.BAD_REQUEST, "There is no such state of a letter."));
    }
}
