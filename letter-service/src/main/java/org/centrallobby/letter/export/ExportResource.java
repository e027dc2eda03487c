package org.centrallobby.letter.export;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/campaigns/{id}/export")
@Tag(name = "Export", description = "Letters and supporters, as files.")
@SecurityRequirement(name = "key")
class ExportResource {
    private static final Logger LOG = Logger.getLogger(ExportResource.class);
    /** A client that reads nothing for longer is hung up on by the server anyhow. */
    private static final Duration LONGEST_HANG_UP = Duration.ofMinutes(3);

    private final ExportDesk desk;
    private final ExportsUnderWay underWay;
    private final ExportKeys keys;
    private final Campaigns campaigns;
    private final CurrentCaller caller;

    ExportResource(
            ExportDesk desk, ExportsUnderWay underWay, ExportKeys keys, Campaigns campaigns, CurrentCaller caller) {
        this.desk = desk;
        this.underWay = underWay;
        this.keys = keys;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @GET
    @NeedsScope({Scope.LETTERS_READ, Scope.SUPPORTERS_EXPORT})
    @Operation(
            operationId = "exportCampaign",
            summary = "A campaign's letters or supporters as one file",
            description = """
                    Streamed, as large as it may be, in the order of stateSince, or of invalidatedAt where that is later (letters), or of \
                    confirmedAt (supporters). A letter that takes a step or is invalidated meanwhile comes again at the end; the later line counts. An answer whose last \
                    chunk is missing was cut short: go on with updatedAfter, that time in the last whole line; its line comes \
                    again. To be given what is new, ask from a minute before you asked last: steps of the same moment need not become visible \
                    in their order. In CSV, text that people typed and that begins with = + - @, a tab or a line break, or with a full-width form of \
                    these, has an apostrophe before it, so that no spreadsheet takes it for a formula; NDJSON has it as it \
                    was typed. Whatever holds personal data is noted in the audit log with the number of people.""")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "letters",
                                        value =
                                                "id,constituency,constituencyName,member,memberName,state,stateSince,writtenAt,confirmedAt,site,channel,ownWords,invalidatedAt,ownMailbox\r\n"
                                                        + "01936f40-0000-7000-8000-000000000001,E14001167,Sampleford,4001,Ms Sample,sent,2026-11-24T10:20:00Z,2026-11-24T10:15:30Z,2026-11-24T10:17:02Z,www.example.org,whatsapp,42,\r\n")),
                @Content(
                        mediaType = "application/x-ndjson",
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "supporters",
                                        value =
                                                "{\"letter\":\"01936f40-0000-7000-8000-000000000001\",\"name\":\"Ann Writer\",\"email\":\"ann@constituent.example\",\"consentMode\":\"opt-in\",\"wording\":\"Write to me about this.\",\"chosenAt\":\"2026-11-24T10:15:30Z\",\"confirmedAt\":\"2026-11-24T10:17:02Z\"}\n")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Response export(
            @RestPath UUID id,
            @RestQuery @DefaultValue("csv") @Parameter(description = "csv or ndjson", example = "csv") String format,
            @RestQuery
                    @DefaultValue("letters")
                    @Parameter(
                            description =
                                    "letters (scope letters:read), or supporters (scope supporters:export): those alone"
                                            + " who agreed to hear from the organisation, with what proves it",
                            example = "letters")
                    String of,
            @RestQuery
                    @Parameter(
                            description = "Letters with their text and their writer's name (scope letters:content); the"
                                    + " e-mail address only of those who agreed to hear from the organisation")
                    boolean content,
            @RestQuery @Parameter(description = "Only letters in this state") @Nullable String state,
            @RestQuery @Parameter(description = "Only what has changed since this moment, in ISO 8601") @Nullable String updatedAfter,
            @RestQuery @Parameter(description = "Begin a CSV with a byte order mark, which Excel wants") boolean bom,
            @RestQuery @Parameter(description = "Encrypt to the organisation's key, as an age file") boolean encrypt,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        var campaign = campaigns.ownedBy(caller.tenant(), id).id();
        var extract = extract(of, content);
        var export = new Export(
                caller.organisation(),
                campaign,
                extract,
                format(format),
                state(state, extract),
                since(updatedAfter),
                bom,
                recipient(encrypt, extract));
        requireAccepted(headers, export.mediaType());
        StreamingOutput file = out -> write(export, out, request);
        return Response.ok(file)
                .type(export.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(export.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The format is chosen by parameters; the header can only say that the caller cannot take what they ask for. */
    private static void requireAccepted(HttpHeaders headers, String mediaType) {
        var type = MediaType.valueOf(mediaType);
        if (headers.getAcceptableMediaTypes().stream().noneMatch(type::isCompatible)) {
            throw new Failure(
                    ProblemType.NOT_ACCEPTABLE,
                    "What you ask for comes as %s/%s. Accept that, or anything."
                            .formatted(type.getType(), type.getSubtype()));
        }
    }

    /**
     * Room is taken here, not before the first byte is due: an answer that is never written takes up none. A client that
     * stops reading is hung up on by {@code quarkus.http.idle-timeout}.
     */
    private void write(Export export, OutputStream out, HttpServerRequest request) throws IOException {
        try (var room = underWay.enter(export.organisation())) {
            desk.write(export, out);
        } catch (IOException e) {
            if (!request.response().headWritten()) {
                throw e;
            }
            LOG.debug("An export ended: its client went away");
            hangUp(request);
        } catch (RuntimeException e) {
            if (request.response().headWritten()) {
                hangUp(request);
            }
            throw e;
        }
    }

    /**
     * Without the last chunk, so that the client can tell that this is not all. The connection is closed behind what is still
     * on its way to a slow client; this waits for that, as the framework writes the last chunk once it is given back the answer.
     */
    private static void hangUp(HttpServerRequest request) {
        request.connection()
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .completeOnTimeout(null, LONGEST_HANG_UP.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(alreadyClosed -> null)
                .join();
    }

    private Extract extract(String of, boolean content) {
        if (of.equals("supporters") && !content) {
            caller.require(Scope.SUPPORTERS_EXPORT);
            return Extract.SUPPORTERS;
        }
        if (!of.equals("letters")) {
            throw bad("Ask for of=letters or of=supporters; content goes with letters.");
        }
        caller.require(Scope.LETTERS_READ);
        if (content) {
            caller.require(Scope.LETTERS_CONTENT);
        }
        return content ? Extract.CONTENT : Extract.LETTERS;
    }

    private Optional<AgeRecipient> recipient(boolean encrypt, Extract extract) {
        var key = keys.of(caller.tenant());
        if (!encrypt) {
            if (extract.isPersonal()) {
                keys.requireClearText(caller.tenant());
            }
            return Optional.empty();
        }
        return Optional.of(key.map(ExportKey::recipient)
                .orElseThrow(() -> new Failure(
                        ProblemType.NO_EXPORT_KEY, "Register the public key first: PUT /v1/organisation/export-key.")));
    }

    private static Export.Format format(String name) {
        return switch (name) {
            case "csv" -> Export.Format.CSV;
            case "ndjson" -> Export.Format.NDJSON;
            default -> throw bad("Ask for format=csv or format=ndjson.");
        };
    }

    private static @Nullable LetterState state(@Nullable String name, Extract extract) {
        if (name == null) {
            return null;
        }
        if (extract == Extract.SUPPORTERS) {
            throw bad("Supporters have no state. Leave it out.");
        }
        return LetterState.named(name).orElseThrow(() -> bad("There is no such state of a letter."));
    }

    private static Instant since(@Nullable String time) {
        try {
            var since = time == null ? Instant.EPOCH : Instant.parse(time);
            if (since.atOffset(ZoneOffset.UTC).getYear() <= 9999 && !since.isBefore(Instant.EPOCH)) {
                return since;
            }
        } catch (DateTimeParseException e) {
            // Answered below.
        }
        throw bad("Write updatedAfter as 2026-11-25T10:15:30Z.");
    }

    private static Failure bad(String detail) {
        return new Failure(ProblemType.BAD_REQUEST, detail);
    }
}
