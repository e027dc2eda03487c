package org.centrallobby.lookup.seat;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.Problem;
import org.centrallobby.lookup.problem.ProblemType;
import org.centrallobby.lookup.web.Page;
import org.centrallobby.lookup.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members", description = "The members who hold a seat now.")
class MemberResource {
    private final CurrentHouse current;

    MemberResource(CurrentHouse current) {
        this.current = current;
    }

    @GET
    @Operation(operationId = "listMembers", summary = "Members in the order of their ids")
    @APIResponseSchema(value = MemberPage.class, responseDescription = "A page; Link rel=next leads on")
    @APIResponse(
            responseCode = "422",
            description = "invalid-request: a limit outside 1 to 200, or a cursor that no page gave",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<MemberPage> list(
            @RestQuery @DefaultValue("50") @Parameter(description = "Members per page, 1 to 200") int limit,
            @RestQuery @Parameter(description = "Where to go on: next of the page before") @Nullable String cursor,
            @RestQuery
                    @Parameter(description = "A part of the name; case and accents do not matter", example = "sian")
                    @Size(max = 100, message = "A name is shorter than that.") @Nullable String q,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Page.requireLimit(limit);
        var house = current.get();
        var page = Page.of(
                house.heldAfter(id(cursor), q, limit + 1).stream()
                        .flatMap(MemberResource::view)
                        .toList(),
                limit,
                member -> Integer.toString(member.id()));
        return page.answer("/v1/members", limit, q, new MemberPage(page.items(), page.next()), house.version(), known);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMember", summary = "A member and the constituency they represent")
    @APIResponseSchema(value = MemberView.class, responseDescription = "The member")
    @APIResponse(
            responseCode = "404",
            description = "unknown-member",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<MemberView> get(
            @RestPath @Parameter(description = "The id at the UK Parliament", example = "152") int id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var house = current.get();
        var found = house.heldBy(id).stream()
                .flatMap(MemberResource::view)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ProblemType.UNKNOWN_MEMBER, "No seat that is loaded is held by a member of this id."));
        return Versioned.answer(found, house.version(), known);
    }

    @GET
    @Path("/popolo")
    @Operation(
            operationId = "getPopolo",
            summary = "All members at once in Popolo's form",
            description = "Persons, parties and memberships, as popoloproject.com describes them.")
    @APIResponseSchema(value = Popolo.class, responseDescription = "The House")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag that was sent")
    public RestResponse<Popolo> popolo(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var house = current.get();
        return Versioned.answer(Popolo.of(house.all()), house.version(), known);
    }

    private static Stream<MemberView> view(Representation seat) {
        return House.memberOf(seat).stream().map(member -> MemberView.of(member, seat.constituency()));
    }

    private static @Nullable Integer id(@Nullable String cursor) {
        try {
            return cursor == null ? null : Integer.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw Page.invalid("#/cursor", "Take the cursor from the page before.");
        }
    }
}
