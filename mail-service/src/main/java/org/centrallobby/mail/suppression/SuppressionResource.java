package org.centrallobby.mail.suppression;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.operator.OperatorOnly;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.Problem;
import org.centrallobby.mail.problem.ProblemType;
import org.centrallobby.mail.web.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The operator's view of mailboxes that are not written to. */
@Path("/v1/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@Tag(name = "Suppressions", description = "Mailboxes that are not written to")
@SecurityRequirement(name = "operator-key")
@SecurityRequirement(name = "key")
@APIResponse(
        responseCode = "401",
        description = "unauthorised",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SuppressionResource {
    private final Suppressions suppressions;
    private final SuppressionList list;
    private final InstantSource clock;

    SuppressionResource(Suppressions suppressions, SuppressionList list, InstantSource clock) {
        this.suppressions = suppressions;
        this.list = list;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listSuppressions",
            summary = "List mailboxes that are not written to",
            description = "The newest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries",
            content = @Content(schema = @Schema(implementation = SuppressionView.Page.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<SuppressionView.Page> list(
            @Parameter(description = "Only this organisation's") @QueryParam("organisation") @Nullable UUID organisation,
            @Parameter(description = "Only of this reason: bounced, complained, unsubscribed or requested")
                    @QueryParam("reason")
                    @Nullable String reason,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Ask for at least 1 entry.") @Max(value = 200, message = "Ask for at most 200 entries.") int limit,
            @Parameter(description = "From \"next\" of the page before") @QueryParam("cursor") @Nullable UUID cursor,
            @Context UriInfo request) {
        var found = suppressions.page(organisation, reason == null ? null : reason(reason), cursor, limit + 1);
        var views = found.stream().limit(limit).map(SuppressionView::of).toList();
        var next = found.size() > limit ? views.getLast().id() : null;
        return Answer.page(new SuppressionView.Page(views, next), next, request);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "suppression", summary = "Show an entry")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content =
                    @Content(
                            schema = @Schema(implementation = SuppressionView.class),
                            examples =
                                    @ExampleObject(
                                            name = "An address that does not exist",
                                            value = SuppressionView.EXAMPLE)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SuppressionView show(@RestPath UUID id) {
        return one(id);
    }

    @POST
    @Transactional
    @Operation(
            operationId = "suppress",
            summary = "Do not write to a mailbox any more",
            description =
                    "Where the entry is there already it is answered with 200; it ends at the later of both times.")
    @APIResponse(
            responseCode = "201",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = SuppressionView.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<SuppressionView> add(
            @NotNull(message = "Send the address and the reason as JSON.") @Valid SuppressionRequest request) {
        var address = SuppressionRequest.parse(request.address());
        var end = request.expiresAt();
        if (end != null && !end.isAfter(clock.instant())) {
            throw invalid("#/expiresAt", "This is past.");
        }
        var added = list.add(
                request.organisation(),
                address.mailbox(),
                SuppressionList.masked(address),
                request.reason(),
                null,
                end == null ? list.defaultEnd(request.reason()) : end);
        var view = one(added.id());
        return added.isNew()
                ? RestResponse.ResponseBuilder.<SuppressionView>created(URI.create("/v1/suppressions/" + view.id()))
                        .entity(view)
                        .build()
                : RestResponse.ok(view);
    }

    @POST
    @Path("/lookup")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "lookUpSuppressions",
            summary = "Ask whether a mailbox is written to",
            description = "The address stands in the body, as URLs are logged. Answers what holds now.")
    @APIResponse(
            responseCode = "200",
            description = "All entries of the mailbox; none: it is written to",
            content = @Content(schema = @Schema(implementation = SuppressionView.Page.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public SuppressionView.Page lookUp(
            @NotNull(message = "Send the address as JSON.") @Valid SuppressionRequest.Lookup lookup) {
        var mailbox = SuppressionRequest.parse(lookup.address()).mailbox();
        return new SuppressionView.Page(
                suppressions.of(mailbox, clock.instant()).stream()
                        .map(SuppressionView::of)
                        .toList(),
                null);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "deleteSuppression",
            summary = "Write to a mailbox again",
            description = "Mails that were held back for it do not come back.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void delete(@RestPath UUID id) {
        if (!suppressions.deleteById(id)) {
            throw notFound();
        }
    }

    private SuppressionView one(UUID id) {
        return suppressions.findByIdOptional(id).map(SuppressionView::of).orElseThrow(SuppressionResource::notFound);
    }

    private static SuppressionReason reason(String word) {
        try {
            return SuppressionReason.of(word);
        } catch (IllegalArgumentException e) {
            throw invalid("#/reason", "Ask for bounced, complained, unsubscribed or requested.");
        }
    }

    private static Failure invalid(String pointer, String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError(pointer, detail)));
    }

    private static Failure notFound() {
        return new Failure(ProblemType.NOT_FOUND, "There is no such entry.");
    }
}
