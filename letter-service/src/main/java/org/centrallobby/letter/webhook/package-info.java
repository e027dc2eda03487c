/** Tells organisations' own systems what happens, as Standard Webhooks 1.0 has it: endpoints, deliveries, and their sending. */
@NullMarked
@OpenAPIDefinition(
        info = @Info(title = "Central Lobby letter-service", version = "1"),
        webhooks =
                @PathItem(
                        name = "event",
                        operations =
                                @PathItemOperation(
                                        method = "post",
                                        operationId = "receiveEvent",
                                        tags = @Tag(name = "Webhooks"),
                                        summary = "What your endpoint is sent",
                                        description =
                                                "Verify the signature with any library of Standard Webhooks before you read it, answer"
                                                        + " 2xx within 15 seconds, and recognise a repetition by webhook-id. The order is not"
                                                        + " promised.",
                                        parameters = {
                                            @Parameter(
                                                    name = "webhook-id",
                                                    in = ParameterIn.HEADER,
                                                    required = true,
                                                    description = "The same at every attempt and at a replay",
                                                    schema = @Schema(type = SchemaType.STRING),
                                                    example = "01936f61-0000-7000-8000-000000000001"),
                                            @Parameter(
                                                    name = "webhook-timestamp",
                                                    in = ParameterIn.HEADER,
                                                    required = true,
                                                    description = "When this attempt was made, in seconds since 1970",
                                                    schema = @Schema(type = SchemaType.INTEGER),
                                                    example = "1795515330"),
                                            @Parameter(
                                                    name = "webhook-signature",
                                                    in = ParameterIn.HEADER,
                                                    required = true,
                                                    description =
                                                            "HMAC-SHA256 of webhook-id.webhook-timestamp.body; during a rotation one"
                                                                    + " with each secret, with a space between",
                                                    schema = @Schema(type = SchemaType.STRING),
                                                    example = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
                                        },
                                        requestBody =
                                                @RequestBody(
                                                        required = true,
                                                        content =
                                                                @Content(
                                                                        mediaType = "application/json",
                                                                        schema =
                                                                                @Schema(implementation = Event.class))),
                                        responses = {
                                            @APIResponse(responseCode = "2XX", description = "Taken"),
                                            @APIResponse(
                                                    responseCode = "410",
                                                    description = "Never again: the webhook is disabled"),
                                            @APIResponse(
                                                    responseCode = "default",
                                                    description =
                                                            "It is tried again over three days; Retry-After is kept to. A redirect is"
                                                                    + " not followed.")
                                        })))
package org.centrallobby.letter.webhook;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.PathItem;
import org.eclipse.microprofile.openapi.annotations.PathItemOperation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
