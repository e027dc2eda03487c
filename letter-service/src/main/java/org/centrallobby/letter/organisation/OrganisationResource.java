package org.centrallobby.letter.organisation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.platform.PlatformConfig;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Answer;
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.centrallobby.letter.web.VersionTag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "Who runs campaigns.")
@SecurityRequirement(name = "key")
class OrganisationResource {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Organisations organisations;
    private final Keyring keyring;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final PlatformConfig platform;
    private final InstantSource clock;

    OrganisationResource(
            Organisations organisations,
            Keyring keyring,
            CurrentCaller caller,
            Idempotency idempotency,
            PlatformConfig platform,
            InstantSource clock) {
        this.organisations = organisations;
        this.keyring = keyring;
        this.caller = caller;
        this.idempotency = idempotency;
        this.platform = platform;
        this.clock = clock;
    }

    /** A new organisation and the key with which it begins. */
    @Schema(
            example = "{\"organisation\": " + OrganisationView.EXAMPLE + ", \"key\": " + KeyView.EXAMPLE_WITH_SECRET
                    + "}")
    record Welcome(OrganisationView organisation, KeyView key) {}

    @POST
    @Path("/organisations")
    @OperatorOnly
    @APIResponseSchema(
            value = Welcome.class,
            responseCode = "201",
            responseDescription = "The organisation and its key")
    @Operation(
            summary = "Create an organisation",
            description =
                    "For the operator. The answer holds the organisation's first key, which can do everything; its"
                            + " secret is shown this once.")
    public Response create(@NotNull(message = "Send the organisation as JSON.") @Valid CreateOrganisation request) {
        return idempotency.once(request, () -> {
            var organisation = new Organisation(IDS.generate(), request.profile(), clock.instant());
            organisations.persistAndFlush(organisation);
            var key = keyring.add(organisation.id(), platform.mode(), "First key", EnumSet.allOf(Scope.class), null);
            return Reply.created("/v1/organisation", new Welcome(OrganisationView.of(organisation), key));
        });
    }

    /** A page of organisations, the newest first. */
    @Schema(example = "{\"organisations\": [" + OrganisationView.EXAMPLE + "], \"next\": null}")
    record OrganisationList(
            List<OrganisationView> organisations, @Nullable String next) {}

    @GET
    @Path("/organisations")
    @OperatorOnly
    @Operation(
            summary = "List organisations",
            description = "For the operator. The newest first; follow next or the Link header for more.")
    public RestResponse<OrganisationList> list(@BeanParam @Valid PageRequest request, @Context UriInfo uri) {
        var found = organisations.page(request.after(), request.limit() + 1);
        var page = Page.of(found, request.limit(), Organisation::id).map(OrganisationView::of);
        return Answer.page(new OrganisationList(page.entries(), page.next()), page.next(), uri);
    }

    @GET
    @Path("/organisation")
    @NeedsScope({Scope.CAMPAIGNS_READ, Scope.ORGANISATION_WRITE})
    @Operation(summary = "Show the organisation", description = "The one whose key is used.")
    public RestResponse<OrganisationView> show() {
        return shown(organisations.findById(caller.organisation()));
    }

    @PATCH
    @Path("/organisation")
    @NeedsScope(Scope.ORGANISATION_WRITE)
    @Transactional
    @Operation(
            summary = "Change the organisation",
            description = "Send what changes, with the ETag of what you read last in If-Match.")
    public RestResponse<OrganisationView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull(message = "Send what changes as JSON.") @Valid ChangeOrganisation request) {
        if (caller.get().mode() != platform.mode()) {
            throw new Failure(
                    ProblemType.FORBIDDEN, "A test key does not change what live campaigns show. Use a live key.");
        }
        var organisation = organisations.findById(caller.organisation(), LockModeType.PESSIMISTIC_WRITE);
        new VersionTag(organisation.version()).requireMatch(ifMatch);
        organisation.change(request.appliedTo(organisation), clock.instant());
        organisations.flush();
        return shown(organisation);
    }

    private static RestResponse<OrganisationView> shown(Organisation organisation) {
        return RestResponse.ResponseBuilder.ok(OrganisationView.of(organisation))
                .header(HttpHeaders.ETAG, new VersionTag(organisation.version()))
                .build();
    }
}
