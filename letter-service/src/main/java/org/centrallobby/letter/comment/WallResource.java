package org.centrallobby.letter.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.limit.RequestLimits;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.Problem;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Answer;
import org.centrallobby.letter.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/public/campaigns/{slug}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public", description = "What a campaign's supporters need; no key is asked for.")
class WallResource {
    /** How long a comment that was taken down may still be seen. */
    private static final int CACHED_SECONDS = 30;

    private final CommentDesk desk;
    private final RequestLimits limits;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    WallResource(CommentDesk desk, RequestLimits limits, Idempotency idempotency, ObjectMapper json) {
        this.desk = desk;
        this.limits = limits;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** A page of comments that were approved; {@code next} is the cursor of what follows, null at the end. */
    @Schema(example = "{\"comments\": [" + PublicComment.EXAMPLE + "], \"next\": null}")
    record Wall(List<PublicComment> comments, @Nullable String next) {}

    @GET
    @Operation(
            operationId = "showComments",
            summary = "What supporters say, the newest first",
            description = "Only what a person has approved. Cacheable. 404 where the campaign shows no comments.")
    @APIResponse(
            responseCode = "200",
            description = "A page of comments",
            content = @Content(schema = @Schema(implementation = Wall.class)))
    public Response show(@RestPath String slug, @BeanParam @Valid PageRequest page, Request request)
            throws JsonProcessingException {
        var found = desk.wall(slug, page)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "No campaign shows comments at this address."));
        var body = json.writeValueAsBytes(new Wall(found.entries(), found.next()));
        var tag = new EntityTag(UUID.nameUUIDFromBytes(body).toString());
        var unchanged = Answer.unchanged(request, tag);
        var response = unchanged == null ? Response.ok(new String(body, StandardCharsets.UTF_8)) : unchanged;
        if (found.next() != null) {
            response.header(
                    HttpHeaders.LINK,
                    "</v1/public/campaigns/%s/comments?limit=%d&cursor=%s>; rel=\"next\""
                            .formatted(slug, page.limit(), found.next()));
        }
        var cached = new CacheControl();
        cached.setMaxAge(CACHED_SECONDS);
        cached.setNoTransform(false);
        return response.tag(tag).cacheControl(cached).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "writeComment",
            summary = "Say something about the campaign",
            description =
                    "Only for whoever confirmed a letter, once for each letter: with the token of the letter's private"
                            + " page, or of the link that confirmed it. A person reads it before anybody sees it.")
    @APIResponse(
            responseCode = "202",
            description = "The comment waits to be read",
            content = @Content(schema = @Schema(implementation = WrittenComment.class)))
    @APIResponse(
            responseCode = "404",
            description = "unknown-confirmation",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "comments-off, already-commented, or request-in-progress",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests; with Retry-After",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response write(@RestPath String slug, @Nullable WriteComment request) {
        limits.request();
        var comment = request == null ? new WriteComment(null, null) : request;
        return idempotency.once(comment, () -> Reply.accepted(desk.write(comment.token(), slug, comment.text())));
    }
}
