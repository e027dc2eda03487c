package org.centrallobby.mail.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.identity.Dns.NoAnswer;
import org.centrallobby.mail.operator.OperatorOnly;
import org.centrallobby.mail.problem.Failure;
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

/** Domains that organisations send from. */
@Path("/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@Tag(name = "Domains", description = "Domains of organisations' own that mails are sent from")
@SecurityRequirement(name = "operator-key")
@SecurityRequirement(name = "key")
@APIResponse(
        responseCode = "401",
        description = "unauthorised",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class DomainResource {
    private final DomainDesk desk;
    private final DomainRecheck checks;

    DomainResource(DomainDesk desk, DomainRecheck checks) {
        this.desk = desk;
        this.checks = checks;
    }

    /** A page of domains in the order of their registration. */
    @Schema(name = "SendingDomainList")
    record DomainList(
            List<DomainView> domains,

            @Schema(nullable = true, description = "The cursor of the page that follows; null on the last") @Nullable UUID next) {}

    @POST
    @Operation(
            operationId = "registerDomain",
            summary = "Register a domain",
            description =
                    "Answers the DNS records to publish. Mails go out from it when a check has found them right. Registered"
                            + " again by the same organisation it is answered as it is, with 200.")
    @APIResponse(
            responseCode = "201",
            description = "The domain with its records",
            content =
                    @Content(
                            schema = @Schema(implementation = DomainView.class),
                            examples = @ExampleObject(name = "A new domain", value = DomainView.EXAMPLE)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<DomainView> register(
            @NotNull(message = "Send the organisation and the domain as JSON.") @Valid DomainRequest request) {
        var registration = desk.register(request.organisation(), request.name());
        var view = DomainView.of(registration.registered());
        return registration.isNew()
                ? RestResponse.ResponseBuilder.<DomainView>created(URI.create("/v1/domains/" + view.id()))
                        .entity(view)
                        .build()
                : RestResponse.ok(view);
    }

    @GET
    @Operation(
            operationId = "listDomains",
            summary = "List domains",
            description = "In the order of their registration.")
    @APIResponse(
            responseCode = "200",
            description = "A page of domains",
            content = @Content(schema = @Schema(implementation = DomainList.class)))
    public RestResponse<DomainList> list(
            @Parameter(description = "Only this organisation's") @QueryParam("organisation") @Nullable UUID organisation,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Ask for at least 1 entry.") @Max(value = 200, message = "Ask for at most 200 entries.") int limit,
            @Parameter(description = "From \"next\" of the page before") @QueryParam("cursor") @Nullable UUID cursor,
            @Context UriInfo request) {
        var found = desk.page(organisation, cursor, limit + 1);
        var views = found.stream().limit(limit).map(DomainView::of).toList();
        var next = found.size() > limit ? views.getLast().id() : null;
        return Answer.page(new DomainList(views, next), next, request);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "domain", summary = "Show a domain")
    @APIResponse(
            responseCode = "200",
            description = "The domain, and what the last check found",
            content = @Content(schema = @Schema(implementation = DomainView.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DomainView show(@RestPath UUID id) {
        return DomainView.of(desk.one(id));
    }

    @POST
    @Path("/{id}/check")
    @Operation(
            operationId = "checkDomain",
            summary = "Check a domain's records now",
            description =
                    "Asks the name servers, which takes some seconds. All records right: mails are sent from the domain. Records"
                            + " that were right and are not any more: mails are sent for a grace of some days. The records"
                            + " of the next keys, dkim-next, are needed only to rotate.")
    @APIResponse(
            responseCode = "200",
            description = "The domain, and what was found",
            content = @Content(schema = @Schema(implementation = DomainView.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DomainView check(@RestPath UUID id) {
        try {
            return DomainView.of(checks.check(id));
        } catch (NoAnswer e) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "The name servers do not answer, so that nothing is known of the records. Try again later. ("
                            + e.getMessage() + ")");
        }
    }

    @POST
    @Path("/{id}/rotate")
    @Operation(
            operationId = "rotateDomain",
            summary = "Sign with the next keys",
            description =
                    "Their records must have been found by the last check. Leave the old ones in DNS for 14 days; the"
                            + " records of new next keys are answered.")
    @APIResponse(
            responseCode = "200",
            description = "The domain with its new records",
            content = @Content(schema = @Schema(implementation = DomainView.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DomainView rotate(@RestPath UUID id) {
        return DomainView.of(desk.rotate(id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteDomain",
            summary = "Delete a domain",
            description = "With its keys. Mails that wait go out from the platform's domain.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public void delete(@RestPath UUID id) {
        desk.delete(id);
    }
}
