package org.centrallobby.mail.queue;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.centrallobby.mail.operator.OperatorOnly;
import org.centrallobby.mail.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queue as a whole. */
@Path("/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@Tag(name = "Queue")
@SecurityRequirement(name = "operator-key")
@SecurityRequirement(name = "key")
public class QueueResource {
    private static final String EXAMPLE = """
            {
              "paused": false,
              "mails": { "queued": 12, "deferred": 1, "sending": 8, "sent": 4031, "failed": 3, "settled": 20911, "recalled": 0 },
              "oldestSeconds": 41,
              "relay": { "up": true, "downSince": null, "reply": null }
            }""";

    private final Mails mails;
    private final QueueSwitch queueSwitch;
    private final MailRoom mailRoom;

    QueueResource(Mails mails, QueueSwitch queueSwitch, MailRoom mailRoom) {
        this.mails = mails;
        this.queueSwitch = queueSwitch;
        this.mailRoom = mailRoom;
    }

    @GET
    @Transactional
    @Operation(operationId = "queue", summary = "How much waits, for how long, and whether the relay takes mails")
    @APIResponse(
            responseCode = "200",
            description = "The queue",
            content =
                    @Content(
                            schema = @Schema(implementation = QueueView.class),
                            examples = @ExampleObject(name = "A busy queue", value = EXAMPLE)))
    @APIResponse(
            responseCode = "401",
            description = "unauthorised",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public QueueView queue() {
        return view();
    }

    @POST
    @Path("/pause")
    @Transactional
    @Operation(
            operationId = "pause",
            summary = "Stop sending",
            description =
                    "Every replica stops within two seconds; a mail that is under way is finished. What is requested is still taken.")
    @APIResponse(
            responseCode = "200",
            description = "The queue, paused",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(
            responseCode = "401",
            description = "unauthorised",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public QueueView pause() {
        queueSwitch.pause(true);
        return view();
    }

    @POST
    @Path("/resume")
    @Transactional
    @Operation(operationId = "resume", summary = "Send again")
    @APIResponse(
            responseCode = "200",
            description = "The queue, sending",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(
            responseCode = "401",
            description = "unauthorised",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public QueueView resume() {
        queueSwitch.pause(false);
        return view();
    }

    private QueueView view() {
        return new QueueView(
                queueSwitch.isPaused(),
                withZeroes(mails.counts()),
                mails.oldestSeconds(),
                QueueView.RelayView.of(mailRoom.trouble()));
    }

    private static Map<String, Long> withZeroes(Map<MailState, Long> counts) {
        var all = new LinkedHashMap<String, Long>();
        Arrays.stream(MailState.values()).forEach(state -> all.put(state.word(), counts.getOrDefault(state, 0L)));
        return all;
    }
}
