package org.centrallobby.lookup.postcode;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.FieldError;
import org.centrallobby.lookup.problem.Problem;
import org.centrallobby.lookup.problem.ProblemType;
import org.centrallobby.lookup.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lookups touch memory only, so they stay on the thread that took the request. */
@Path("/v1/postcodes")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Postcodes", description = "From a postcode to the constituency and its member.")
class PostcodeResource {
    private static final int MOST = 100;

    private final CurrentAnswers current;

    PostcodeResource(CurrentAnswers current) {
        this.current = current;
    }

    @GET
    @Path("/{postcode}")
    @Operation(
            operationId = "findPostcode",
            summary = "The constituency and the member for a postcode",
            description =
                    "Spaces, case, hyphens, dots and brackets do not matter; O and 0, I and 1 are taken for each other"
                            + " where only the other one can be meant. A postcode that is no longer in use is answered and marked."
                            + " The ETag changes with the data.")
    @APIResponseSchema(value = PostcodeAnswer.class, responseDescription = "Where it lies")
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag that was sent")
    @APIResponse(
            responseCode = "400",
            description = "malformed-postcode",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description =
                    "unknown-postcode and partial-postcode (with candidates), no-constituency (with the territory) or"
                            + " northern-ireland-not-loaded (with its constituencies)",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples = @ExampleObject(name = "Jersey", value = """
                                                    {"type":"https://centrallobby.org/problems/no-constituency","title":"This postcode lies in no constituency","status":404,"detail":"Jersey is not part of the United Kingdom and elects its own States Assembly; no MP represents it.","territory":"jersey"}""")))
    public byte[] find(
            @RestPath @Parameter(description = "As somebody typed it", example = "SW1A 0AA") String postcode,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @Context HttpServerResponse response) {
        var answers = current.get();
        var answer = answers.find(postcode);
        Versioned.stamp(response, answers.tag(), known);
        return answer;
    }

    @GET
    @Operation(
            operationId = "findPostcodes",
            summary = "The same for several postcodes",
            description = "Up to 100; each has its own outcome, in the order of the question.")
    @APIResponseSchema(value = PostcodeOutcomes.class, responseDescription = "An outcome for each")
    @APIResponse(
            responseCode = "422",
            description = "invalid-request: none, or more than 100",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public byte[] findAll(
            @RestQuery("postcode")
                    @Parameter(description = "As somebody typed it; may be repeated", example = "CF99 1SN")
                    List<String> postcodes,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
            @Context HttpServerResponse response) {
        if (postcodes.isEmpty() || postcodes.size() > MOST) {
            var error = new FieldError("#/postcode", "Give at least one postcode and at most %d.".formatted(MOST));
            throw new Failure(ProblemType.INVALID_REQUEST, "Correct the parameter named below.", List.of(error));
        }
        var answers = current.get();
        var answer = answers.findAll(postcodes);
        Versioned.stamp(response, answers.tag(), known);
        return answer;
    }
}
