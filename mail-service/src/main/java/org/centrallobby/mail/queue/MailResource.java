package org.centrallobby.mail.queue;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centrallobby.mail.operator.OperatorOnly;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.Problem;
import org.centrallobby.mail.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
public class MailResource {
    private static final int ATTEMPTS_SHOWN = 50;

    private final Mails mails;
    private final Attempts attempts;

    MailResource(Mails mails, Attempts attempts) {
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
                                          "reply": { "code": 250, "enhanced": "2.0.0", "text": "2.0.0 Ok: queued as 4F2B81A3" }
                                        }
                                      ]
                                    }""")))
    @APIResponse(
            responseCode = "401",
            description = "unauthorised",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "not-found",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public MailView mail(@Parameter(description = "The id that the mail was requested with") @PathParam("id") UUID id) {
        var mail = mails.findByIdOptional(id)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "No mail of this id was ever requested."));
        return MailView.of(mail, attempts.latestOf(id, ATTEMPTS_SHOWN));
    }
}
