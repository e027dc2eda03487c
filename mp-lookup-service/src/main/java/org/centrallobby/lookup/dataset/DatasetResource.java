package org.centrallobby.lookup.dataset;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.operator.OperatorOnly;
import org.centrallobby.lookup.problem.Failure;
import org.centrallobby.lookup.problem.Problem;
import org.centrallobby.lookup.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

@Path("/v1/dataset")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dataset", description = "Which data are served, how they got here, and the way back.")
class DatasetResource {
    private final DatasetStatus status;
    private final DatasetImport datasets;
    private final PartReader reader;
    private final ReleaseDesk desk;
    private final Serving serving;

    DatasetResource(
            DatasetStatus status, DatasetImport datasets, PartReader reader, ReleaseDesk desk, Serving serving) {
        this.status = status;
        this.datasets = datasets;
        this.reader = reader;
        this.desk = desk;
        this.serving = serving;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getDataset",
            summary = "What is served, and how far what is being loaded has come",
            description = "Counts are those of the release that serves on the replica that answers.")
    @APIResponseSchema(value = DatasetView.class, responseDescription = "What is served")
    public DatasetView get() {
        return status.now();
    }

    @PUT
    @Path("/{part}")
    @Consumes(MediaType.WILDCARD)
    @OperatorOnly
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "loadPart",
            summary = "Load a part",
            description =
                    "The body is the file as its publisher makes it: CSV, compressed with gzip, or a ZIP. It is read while it is"
                            + " being sent, checked, and serves on all replicas from one moment on. Answers when it does.")
    @APIResponseSchema(value = ImportView.class, responseDescription = "It serves, or the same data did already")
    @APIResponse(
            responseCode = "401",
            description = "unauthorised",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "import-running: such a part is being sent already",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "dataset-refused: the report says which lines and why; what served before goes on serving",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = DatasetView.RefusedProblem.class)))
    public ImportView load(
            @RestPath
                    @Parameter(
                            description = "`postcodes`, `northern-ireland`, `splits`, `members` or `corrections`",
                            example = "postcodes")
                    @Pattern(
                            regexp = "postcodes|northern-ireland|splits|members|corrections",
                            message = "There is no such part.")
                    String part,
            @RestQuery
                    @Parameter(
                            description = "What to call it in the list of releases",
                            example = "ONSPD_AUG_2026_UK.zip")
                    @DefaultValue("upload")
                    @Pattern(
                            regexp = "[\\w. ()-]{1,100}",
                            message = "Use letters, digits, blanks, dots and hyphens, 100 at most.")
                    String source,
            @RestHeader(HttpHeaders.CONTENT_LENGTH) @DefaultValue("-1") @Parameter(hidden = true) long size,
            @RequestBody(content = @Content(mediaType = MediaType.WILDCARD)) InputStream body) {
        var known = Part.of(part).orElseThrow();
        var upload = Source.upload(source, body, size);
        return datasets.load(known, source, progress -> reader.read(known, upload, progress));
    }

    @PUT
    @Path("/parliament")
    @Consumes(MediaType.APPLICATION_JSON)
    @OperatorOnly
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "setParliament",
            summary = "Say when Parliament is dissolved, or that it sits",
            description =
                    "From that day on, which may lie ahead, nobody is a member. Send an empty object when it sits again and the new"
                            + " members are loaded.")
    @APIResponseSchema(value = ImportView.class, responseDescription = "It is known")
    public ImportView setParliament(Parliament parliament) {
        if (parliament == null) {
            throw new Failure(ProblemType.BAD_REQUEST, "Send a JSON object, {} if Parliament sits.");
        }
        return datasets.load(
                Part.PARLIAMENT,
                "operator",
                progress -> new ReadPart(
                        Part.PARLIAMENT, new PartContent.ParliamentState(parliament), ReadReport.clean(1, List.of())));
    }

    @POST
    @Path("/rollback")
    @OperatorOnly
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "rollBack",
            summary = "Go back to what served before",
            description = "A release of the parts of the one before; doing it twice leads back again.")
    @APIResponseSchema(value = DatasetView.class, responseDescription = "What is served now")
    @APIResponse(
            responseCode = "409",
            description = "nothing-to-return-to",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DatasetView rollBack() throws InterruptedException {
        var decision = desk.goBack();
        if (decision.release() != null) {
            serving.serve(decision.release(), decision.content());
        }
        return status.inTransaction();
    }

    @GET
    @Path("/releases")
    @Transactional
    @Operation(
            operationId = "listReleases",
            summary = "What answered when",
            description = "Newest first. With a moment, the one release that served then.")
    @APIResponseSchema(value = DatasetView.ReleasePage.class, responseDescription = "A page; Link rel=next leads on")
    @APIResponse(
            responseCode = "422",
            description = "invalid-request: a limit outside 1 to 200, a cursor that no page gave, or no moment",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<DatasetView.ReleasePage> releases(
            @RestQuery @Parameter(description = "A moment", example = "2026-06-27T12:00:00Z") @Nullable String at,
            @RestQuery @DefaultValue("50") @Parameter(description = "Releases per page, 1 to 200") int limit,
            @RestQuery @Parameter(description = "Where to go on: next of the page before") @Nullable String cursor) {
        return at == null ? status.releases(limit, cursor) : RestResponse.ok(status.releaseAt(at));
    }

    /** Refusals carry the whole report. */
    @ServerExceptionMapper
    RestResponse<DatasetView.RefusedProblem> of(Refused refused) {
        var type = ProblemType.DATASET_REFUSED;
        var problem = new DatasetView.RefusedProblem(
                type.uri(),
                type.title(),
                type.status(),
                "What served before goes on serving. %s."
                        .formatted(refused.report().refusal()),
                refused.report());
        return RestResponse.ResponseBuilder.<DatasetView.RefusedProblem>create(type.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }
}
