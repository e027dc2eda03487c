package org.centrallobby.mail.queue;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.mail.operator.OperatorOnly;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.Problem;
import org.centrallobby.mail.problem.ProblemType;
import org.centrallobby.mail.web.Answer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How single mails fare. */
@Path("/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@Tag(name = "Mails")
@SecurityScheme(
        securitySchemeName = "operator-key",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The operator's key, from the environment variable OPERATOR_KEY")
@SecurityRequirement(name = "operator-key")
@SecurityRequirement(name = "key")
@APIResponse(
        responseCode = "401",
        description = "unauthorised",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class MailResource {
    private static final int ATTEMPTS_SHOWN = 50;

    private final Mails mails;
    private final Attempts attempts;
    private final Levers levers;

    MailResource(Mails mails, Attempts attempts, Levers levers) {
        this.levers = levers;
        this.mails = mails;
        this.attempts = attempts;
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "mail", summary = "How a mail fares")
    @APIResponse(
            responseCode = "200",
            description = "The mail's state, its attempts and the relay's answers",
            content =
                    @Content(
                            schema = @Schema(implementation = MailView.class),
                            examples = @ExampleObject(name = "A letter that was sent", value = """
                                    {
                                      "id": "01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d",
                                      "kind": "letter",
                                      "organisation": "01936f00-0000-7000-8000-0000000000aa",
                                      "campaign": "01936f00-0000-7000-8000-000000000001",
                                      "state": "sent",
                                      "messageId": "<01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d@lobby.example>",
                                      "queuedAt": "2026-11-23T10:15:31Z",
                                      "changedAt": "2026-11-23T10:16:02Z",
                                      "expiresAt": "2026-11-30T10:15:30Z",
                                      "nextAttemptAt": null,
                                      "attempts": 1,
                                      "reply": { "code": 250, "enhanced": "2.0.0", "text": "2.0.0 Ok: queued as 4F2B81A3" },
                                      "history": [
                                        {
                                          "number": 1, "at": "2026-11-23T10:16:02Z", "verdict": "accepted", "phase": "end-of-data",
                                          "relay": "default", "tookMillis": 41,
                                          "reply": { "code": 250, "enhanced": "2.0.0", "text": "2.0.0 Ok: queued as 4F2B81A3" }
                                        }
                                      ]
                                    }""")))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MailView mail(@Parameter(description = "The id that the mail was requested with") @PathParam("id") UUID id) {
        return MailView.of(mails.known(id), attempts.latestOf(id, ATTEMPTS_SHOWN));
    }

    @POST
    @Path("/{id}/retry")
    @Transactional
    @Operation(
            operationId = "retry",
            summary = "Offer a mail now that waits or is held",
            description = "A held mail may have been sent already: then it arrives twice, under the same Message-ID.")
    @APIResponse(
            responseCode = "200",
            description = "The mail, due now",
            content = @Content(schema = @Schema(implementation = MailView.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "illegal-step",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MailView retry(@PathParam("id") UUID id) {
        mails.known(id);
        if (!levers.retry(id)) {
            throw new Failure(
                    ProblemType.ILLEGAL_STEP,
                    "The mail neither waits nor is held: it is being sent at this moment, or all is done with it.");
        }
        return mail(id);
    }

    @POST
    @Path("/{id}/cancel")
    @Transactional
    @Operation(
            operationId = "cancel",
            summary = "Take a mail out of the queue for good",
            description = "Its writer is told that it was not sent.")
    @APIResponse(
            responseCode = "200",
            description = "The mail, cancelled",
            content = @Content(schema = @Schema(implementation = MailView.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "illegal-step",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MailView cancel(@PathParam("id") UUID id) {
        mails.known(id);
        if (!levers.cancel(id)) {
            throw new Failure(
                    ProblemType.ILLEGAL_STEP,
                    "The mail is not in the queue: it is being sent at this moment, or all is done with it.");
        }
        return mail(id);
    }

    @GET
    @Transactional
    @Operation(operationId = "mailsInDoubt", summary = "Mails that may have been sent or not, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of mails; the next one begins behind the last one's id",
            content = @Content(schema = @Schema(implementation = MailView.class, type = SchemaType.ARRAY)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<List<MailView>> inDoubt(
            @Parameter(description = "uncertain: will be offered once more; held: is left to the operator")
                    @QueryParam("state")
                    @DefaultValue("held")
                    String state,
            @Parameter(description = "The cursor of the page before") @QueryParam("cursor") @Nullable UUID cursor,
            @Parameter(description = "How many at most, 1 to 1000")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1) @Max(1000) int limit,
            @Context UriInfo request) {
        if (!state.equals("held") && !state.equals("uncertain")) {
            throw new Failure(
                    ProblemType.INVALID_REQUEST,
                    "Only mails in doubt are listed.",
                    List.of(new FieldError("/state", "held or uncertain")));
        }
        var found = mails.inDoubt(state, Optional.ofNullable(cursor), limit + 1);
        var page = found.stream()
                .limit(limit)
                .map(mail -> MailView.of(mail, List.of()))
                .toList();
        return Answer.page(page, found.size() > limit ? page.getLast().id() : null, request);
    }
}
