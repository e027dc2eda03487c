package org.centrallobby.mail.bounce;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.centrallobby.mail.operator.OperatorKey;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.Problem;
import org.centrallobby.mail.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes what comes back from relays that hand it over by HTTP. */
@Path("/v1/bounces")
@Tag(name = "Bounces", description = "What comes back")
@SecurityRequirement(name = "operator-key")
@SecurityRequirement(name = "key")
public class BounceResource {
    private static final String EXAMPLE = """
            From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
            To: bouncetoken@bounces.lobby.example
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net

            Final-Recipient: rfc822; ann@example.org
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 No such user

            --b--
            """;

    private final ReturnDesk desk;
    private final OperatorKey operator;
    private final BounceConfig config;

    BounceResource(ReturnDesk desk, OperatorKey operator, BounceConfig config) {
        this.desk = desk;
        this.operator = operator;
        this.config = config;
    }

    @POST
    @Consumes("message/rfc822")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "bounce",
            summary = "Hand over something that came back",
            description =
                    "A whole message, headers first: a delivery report, a bounce of any form, a feedback report, an automatic"
                            + " answer or somebody's. It may be handed over again: what follows from it follows once."
                            + " Of a large one the beginning will do.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "message/rfc822",
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            examples = @ExampleObject(name = "A delivery report", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What was understood and done",
            content =
                    @Content(
                            schema = @Schema(implementation = BounceView.class),
                            examples =
                                    @ExampleObject(
                                            name = "An address that does not exist",
                                            value = BounceView.EXAMPLE)))
    @APIResponse(
            responseCode = "400",
            description = "bad-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "401",
            description = "unauthorised",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "too-large",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public BounceView take(
            byte @Nullable [] message,
            @Parameter(description = "true: it is understood, and nothing is done")
                    @QueryParam("dry-run")
                    @DefaultValue("false")
                    boolean dryRun,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (!operator.isIn(authorization)
                && !config.intakeKey()
                        .map(key -> OperatorKey.isIn(authorization, key))
                        .orElse(false)) {
            throw new Failure(
                    ProblemType.UNAUTHORISED,
                    "Send the operator's or the intake's key as Authorization: Bearer <key>.");
        }
        if (message == null || message.length == 0) {
            throw new Failure(ProblemType.BAD_REQUEST, "Send the message as the body, headers first.");
        }
        if (message.length > config.maxSize().asLongValue()) {
            throw new Failure(
                    ProblemType.TOO_LARGE,
                    "The message is larger than %d bytes. Its beginning will do: send as much."
                            .formatted(config.maxSize().asLongValue()));
        }
        return BounceView.of(
                dryRun ? desk.understand(message) : desk.handle(ReturnDesk.read(message), Optional.empty()));
    }
}
