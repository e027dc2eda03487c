package org.centrallobby.lookup.seat;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.Problem;
import org.centrallobby.lookup.problem.ProblemType;
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
    private final House house;

    MemberResource(House house) {
        this.house = house;
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
            @RestQuery @Parameter(description = "Where to go on: next of the page before") @Nullable String cursor) {
        Page.requireLimit(limit);
        var page = Page.of(
                house.heldAfter(id(cursor), limit + 1).stream()
                        .flatMap(MemberResource::view)
                        .toList(),
                limit,
                member -> Integer.toString(member.id()));
        return page.answer("/v1/members", limit, new MemberPage(page.items(), page.next()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMember", summary = "A member and the constituency they represent")
    @APIResponseSchema(value = MemberView.class, responseDescription = "The member")
    @APIResponse(
            responseCode = "404",
            description = "unknown-member",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MemberView get(@RestPath @Parameter(description = "The id at the UK Parliament", example = "152") int id) {
        return house.heldBy(id).stream()
                .flatMap(MemberResource::view)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ProblemType.UNKNOWN_MEMBER, "No seat that is loaded is held by a member of this id."));
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
