package org.centrallobby.mail.pacing;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.operator.OperatorOnly;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.Problem;
import org.centrallobby.mail.problem.ProblemType;
import org.centrallobby.mail.web.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How fast mails may go: what the operator has set, and what the brake holds back. */
@Path("/v1/ceilings")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@Tag(name = "Queue")
@SecurityRequirement(name = "operator-key")
@SecurityRequirement(name = "key")
@APIResponse(
        responseCode = "401",
        description = "unauthorised",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "422",
        description = "invalid-request",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class CeilingResource {
    private final Paces paces;
    private final Lanes lanes;

    CeilingResource(Paces paces, Lanes lanes) {
        this.paces = paces;
        this.lanes = lanes;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "ceilings",
            summary =
                    "The ceilings that differ from the configured ones, and the destinations that the brake holds back")
    @APIResponse(
            responseCode = "200",
            description = "A page, by scope and key",
            content = @Content(schema = @Schema(implementation = CeilingView.class, type = SchemaType.ARRAY)))
    public RestResponse<List<CeilingView>> ceilings(
            @Parameter(
                            description =
                                    "The cursor of the page before: scope and key of its last entry, with a colon between")
                    @QueryParam("cursor")
                    @DefaultValue("")
                    String cursor,
            @Parameter(description = "How many at most, 1 to 1000")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1) @Max(1000) int limit,
            @Context UriInfo request) {
        var found = paces.list(cursor, limit + 1);
        var page = found.stream().limit(limit).toList();
        return Answer.page(page, found.size() > limit ? page.getLast().cursor() : null, request);
    }

    @PUT
    @Transactional
    @Operation(
            operationId = "setCeiling",
            summary = "Set the ceiling of a mailbox, a destination or a relay",
            description = "Every replica keeps to it from the next mail on.")
    @APIResponse(responseCode = "204", description = "Set")
    public void set(@NotNull @Valid CeilingChange change) {
        var scope = scope(change.scope());
        var of = Objects.requireNonNull(change.of()).strip();
        switch (scope) {
            // What waits for the old ceiling is looked at under the new one. Lanes first, as whoever claims locks them
            // first.
            case MAILBOX -> {
                var mailbox = read(of, EmailAddress::parse).mailbox();
                lanes.wake(mailbox);
                paces.ceiling(scope, Paces.key(mailbox), change.hourly());
            }
            case DESTINATION -> {
                var domain = read(of, EmailAddress::parseDomain);
                lanes.wake(domain);
                paces.ceiling(scope, domain, change.hourly());
            }
            case RELAY -> paces.ceiling(scope, of, change.hourly());
        }
    }

    private static PaceScope scope(@Nullable String word) {
        return Arrays.stream(PaceScope.values())
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> refused("/scope", "One of mailbox, destination and relay"));
    }

    private static <T> T read(String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused("/of", "An address for a mailbox, a domain for a destination");
        }
    }

    private static Failure refused(String pointer, String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "It is not clear whose ceiling is meant.",
                List.of(new FieldError(pointer, detail)));
    }
}
