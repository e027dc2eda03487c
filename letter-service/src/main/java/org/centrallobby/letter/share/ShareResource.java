package org.centrallobby.letter.share;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/public/shares/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class ShareResource {
    /** Friends come by the hour, not by the second. */
    private static final int CACHED_SECONDS = 60;

    private final PersonalLinks links;
    private final RequestLimits limits;

    ShareResource(PersonalLinks links, RequestLimits limits) {
        this.links = links;
        this.limits = limits;
    }

    @GET
    @Operation(
            operationId = "getShare",
            summary = "How many friends have written over a personal link",
            description = "By the code behind from= in the link that whoever hands a letter in is given. Cacheable.")
    @APIResponse(
            responseCode = "200",
            description = "How many letters of others came over it and count",
            content = @Content(schema = @Schema(implementation = ShareView.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found: there is no such link, or it is forgotten",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<ShareView> show(@RestPath String code) {
        limits.request();
        var friends = links.friends(code)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no such personal link."));
        var cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        return RestResponse.ResponseBuilder.ok(new ShareView(friends))
                .header(HttpHeaders.CACHE_CONTROL, cached)
                .build();
    }
}
