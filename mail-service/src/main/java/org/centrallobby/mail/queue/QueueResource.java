package org.centrallobby.mail.queue;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.mail.operator.OperatorOnly;
import org.centrallobby.mail.pacing.Pauses;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.Problem;
import org.centrallobby.mail.problem.ProblemType;
import org.centrallobby.mail.smtp.Relays;
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

/** The queue as a whole. */
@Path("/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@OperatorOnly
@Tag(name = "Queue")
@SecurityRequirement(name = "operator-key")
@SecurityRequirement(name = "key")
@APIResponse(
        responseCode = "401",
        description = "unauthorised",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class QueueResource {
    private static final int PAUSES_SHOWN = 100;
    private static final String EXAMPLE = """
            {
              "paused": false,
              "pauses": [
                { "scope": "campaign", "key": "01936f00-0000-7000-8000-000000000001", "since": "2026-11-26T09:00:00Z" }
              ],
              "mails": { "queued": 12, "deferred": 1, "uncertain": 0, "sending": 8, "held": 0 },
              "oldestSeconds": 41,
              "relays": [ { "name": "default", "up": true, "downSince": null, "reply": null } ]
            }""";

    private final Depths depths;
    private final Pauses pauses;
    private final Levers levers;
    private final MailRoom mailRoom;
    private final Relays relays;
    private final LeverReading reading;

    QueueResource(Depths depths, Pauses pauses, Levers levers, MailRoom mailRoom, Relays relays, LeverReading reading) {
        this.reading = reading;
        this.depths = depths;
        this.pauses = pauses;
        this.levers = levers;
        this.mailRoom = mailRoom;
        this.relays = relays;
    }

    @GET
    @Transactional
    @Operation(operationId = "queue", summary = "How much waits, for how long, and whether the relays take mails")
    @APIResponse(
            responseCode = "200",
            description = "The queue",
            content =
                    @Content(
                            schema = @Schema(implementation = QueueView.class),
                            examples = @ExampleObject(name = "A busy queue", value = EXAMPLE)))
    public QueueView queue(
            @Parameter(
                            description =
                                    "Whether to count what is finished as well. That reads every mail that is kept: where there are millions it takes seconds")
                    @QueryParam("finished")
                    @DefaultValue("false")
                    boolean finished) {
        return view(finished ? depths.all() : depths.open());
    }

    @GET
    @Path("/depths")
    @Transactional
    @Operation(operationId = "depths", summary = "For whom, or of whom, how much waits; most first")
    @APIResponse(responseCode = "200", description = "How much waits")
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public List<DepthView> depths(
            @Parameter(description = "destination, campaign or organisation")
                    @QueryParam("by")
                    @DefaultValue("destination")
                    String by,
            @Parameter(description = "How many at most, 1 to 1000")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1) @Max(1000) int limit) {
        return switch (by) {
            case "destination" -> depths.byDestination(limit);
            case "campaign" -> depths.byCampaign(limit);
            case "organisation" -> depths.byOrganisation(limit);
            default ->
                throw new Failure(
                        ProblemType.INVALID_REQUEST,
                        "The queue is not counted by that.",
                        List.of(new FieldError("/by", "One of destination, campaign and organisation")));
        };
    }

    @POST
    @Path("/pause")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Lever.class)))
    @APIResponse(
            responseCode = "400",
            description = "bad-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @Operation(
            operationId = "pause",
            summary = "Stop sending: everything, or the mails of an organisation, a campaign or to a destination",
            description =
                    "No replica hands over the content of another mail once this is answered; the one that a connection is in the middle of is finished. What is requested is still taken.")
    @APIResponse(
            responseCode = "200",
            description = "The queue, paused",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public QueueView pause(@Nullable String lever) {
        var which = reading.lever(lever);
        pauses.pause(which.pauseScope(), which.pauseKey());
        return view(depths.open());
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Lever.class)))
    @APIResponse(
            responseCode = "400",
            description = "bad-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @Operation(operationId = "resume", summary = "Send again what was paused in the same words")
    @APIResponse(
            responseCode = "200",
            description = "The queue, sending",
            content = @Content(schema = @Schema(implementation = QueueView.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public QueueView resume(@Nullable String lever) {
        var which = reading.lever(lever);
        pauses.resume(which.pauseScope(), which.pauseKey());
        return view(depths.open());
    }

    /** How many mails were moved. */
    @Schema(name = "Moved")
    record Moved(
            @Schema(description = "At most 10,000: ask again for the rest")
            int mails) {}

    @POST
    @Path("/retry")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Lever.class)))
    @APIResponse(
            responseCode = "400",
            description = "bad-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @Operation(
            operationId = "retryAll",
            summary = "Offer again now what waits after a failed attempt, as fast as the ceilings allow")
    @APIResponse(
            responseCode = "200",
            description = "How many mails no longer wait for their next attempt",
            content = @Content(schema = @Schema(implementation = Moved.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Moved retry(@Nullable String lever) {
        var which = reading.lever(lever);
        return new Moved(levers.retry(which.pauseScope(), which.pauseKey()));
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.WILDCARD)
    @RequestBody(
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Lever.class)))
    @APIResponse(
            responseCode = "400",
            description = "bad-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @Operation(
            operationId = "cancelAll",
            summary = "Take what waits out of the queue for good",
            description =
                    "Its writers are told that it was not sent. What is being sent at this moment or is held stays.")
    @APIResponse(
            responseCode = "200",
            description = "How many mails were cancelled",
            content = @Content(schema = @Schema(implementation = Moved.class)))
    @APIResponse(
            responseCode = "422",
            description = "invalid-request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Moved cancel(@Nullable String lever) {
        var which = reading.lever(lever);
        return new Moved(levers.cancel(which.pauseScope(), which.pauseKey()));
    }

    /** Outside the transaction that moved a lever: that holds before anything is counted. */
    private QueueView view(Map<MailState, Long> counts) {
        var troubles = mailRoom.troubles();
        return new QueueView(
                pauses.stopped().everything(),
                pauses.list(PAUSES_SHOWN),
                words(counts),
                depths.oldestSeconds(),
                relays.all().stream()
                        .map(relay -> QueueView.RelayView.of(relay, troubles.get(relay.name())))
                        .toList());
    }

    private static Map<String, Long> words(Map<MailState, Long> counts) {
        var words = new LinkedHashMap<String, Long>();
        counts.forEach((state, count) -> words.put(state.word(), count));
        return words;
    }
}
