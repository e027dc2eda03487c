package org.centrallobby.lookup.seat;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
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

@Path("/v1/constituencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Constituencies", description = "The constituencies that loaded data refer to, each with its seat.")
class ConstituencyResource {
    private static final Pattern CODE = Pattern.compile("[ENSW][0-9]{8}");

    private final CurrentHouse current;

    ConstituencyResource(CurrentHouse current) {
        this.current = current;
    }

    @GET
    @Operation(operationId = "listConstituencies", summary = "Constituencies in the order of their codes")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag that was sent")
    @APIResponseSchema(value = ConstituencyPage.class, responseDescription = "A page; Link rel=next leads on")
    @APIResponse(
            responseCode = "422",
            description =
                    "invalid-request: a limit outside 1 to 200, a cursor that no page gave, or a name that is too long",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<ConstituencyPage> list(
            @RestQuery @DefaultValue("50") @Parameter(description = "Constituencies per page, 1 to 200") int limit,
            @RestQuery @Parameter(description = "Where to go on: next of the page before") @Nullable String cursor,
            @RestQuery
                    @Parameter(
                            description = "A part of the English or Welsh name; case and accents do not matter",
                            example = "ynys mon")
                    @Size(max = 100, message = "A name is shorter than that.") @Nullable String q,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        Page.requireLimit(limit);
        var house = current.get();
        if (cursor != null && !CODE.matcher(cursor).matches()) {
            throw Page.invalid("#/cursor", "Use the cursor that the page before gave as next.");
        }
        var page = Page.of(
                house.after(cursor, q, limit + 1),
                limit,
                seat -> seat.constituency().code());
        var views = page.items().stream().map(ConstituencyView::of).toList();
        return page.answer(
                "/v1/constituencies", limit, q, new ConstituencyPage(views, page.next()), house.version(), known);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getConstituency", summary = "A constituency and who holds its seat")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag that was sent")
    @APIResponseSchema(value = ConstituencyView.class, responseDescription = "The constituency")
    @APIResponse(
            responseCode = "404",
            description = "unknown-constituency",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<ConstituencyView> get(
            @RestPath @Parameter(description = "The GSS code", example = "E14001167") String code,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var house = current.get();
        var found = house.seat(code)
                .map(ConstituencyView::of)
                .orElseThrow(() -> new Failure(
                        ProblemType.UNKNOWN_CONSTITUENCY, "No loaded data refer to a constituency of this code."));
        return Versioned.answer(found, house.version(), known);
    }
}
