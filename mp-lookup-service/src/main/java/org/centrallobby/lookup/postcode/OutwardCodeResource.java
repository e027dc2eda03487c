package org.centrallobby.lookup.postcode;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.Problem;
import org.centrallobby.lookup.problem.ProblemType;
import org.centrallobby.lookup.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/outward-codes")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Postcodes")
class OutwardCodeResource {
    private final CurrentAnswers current;

    OutwardCodeResource(CurrentAnswers current) {
        this.current = current;
    }

    @GET
    @Path("/{outwardCode}")
    @Operation(
            operationId = "findOutwardCode",
            summary = "The constituencies that postcodes with this first half lie in",
            description = "A first half alone says nothing certain: only one in four lies in a single constituency.")
    @APIResponseSchema(value = OutwardCode.class, responseDescription = "The constituencies")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag that was sent")
    @APIResponse(
            responseCode = "404",
            description = "unknown-outward-code",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<OutwardCode> find(
            @RestPath @Parameter(description = "As somebody typed it", example = "SW1A") String outwardCode,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var answers = current.get();
        var found = answers.outwardCode(outwardCode)
                .map(code -> new OutwardCode(code, answers.ofOutwardCode(outwardCode)))
                .filter(code -> !code.constituencies().isEmpty())
                .orElseThrow(() -> new Failure(
                        ProblemType.UNKNOWN_OUTWARD_CODE, "Give the first half of a postcode, for instance SW1A."));
        return Versioned.answer(found, answers.version(), known);
    }
}
