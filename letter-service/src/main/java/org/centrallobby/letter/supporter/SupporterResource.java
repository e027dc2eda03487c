package org.centrallobby.letter.supporter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.centrallobby.letter.idempotency.Idempotency;
import org.centrallobby.letter.idempotency.Reply;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.privacy.ErasureDesk;
import org.centrallobby.letter.privacy.ErasureView;
import org.centrallobby.letter.privacy.Subject;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/supporters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy", description = "What is held on people, and what was done with it.")
@SecurityRequirement(name = "key")
class SupporterResource {
    private static final String BODY = "Send whom it is about as JSON.";
    private static final String EMAIL = "Any spelling that reaches the mailbox";
    private static final String NAME = "Of the one who is meant, where several read the mailbox";
    private static final String EXAMPLE = "ann@constituent.example";
    private static final String BETTER =
            " An address in a URL is easily logged on its way: the POST beside this has it in its body.";

    private final Subjects subjects;
    private final SubjectAccess access;
    private final ErasureDesk erasures;
    private final ConsentWithdrawals withdrawals;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final InstantSource clock;

    SupporterResource(
            Subjects subjects,
            SubjectAccess access,
            ErasureDesk erasures,
            ConsentWithdrawals withdrawals,
            Idempotency idempotency,
            CurrentCaller caller,
            InstantSource clock) {
        this.subjects = subjects;
        this.access = access;
        this.erasures = erasures;
        this.withdrawals = withdrawals;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/access")
    @NeedsScope(Scope.PRIVACY)
    @Operation(
            operationId = "askForAccess",
            summary = "Everything that is held on a person",
            description =
                    "As one document, with when each part will be forgotten and what was done with it. In the audit"
                            + " log as subject-access. Of campaigns of the key's mode only.")
    public SubjectDocument access(@NotNull(message = BODY) @Valid SupporterRequest request) {
        return access.of(subject(request));
    }

    @GET
    @NeedsScope(Scope.PRIVACY)
    @Operation(
            operationId = "getSupporter",
            summary = "Everything that is held on a person",
            description = "The same as POST /v1/supporters/access." + BETTER)
    public SubjectDocument get(
            @RestQuery @Parameter(description = EMAIL, example = EXAMPLE, required = true) @Nullable String email,
            @RestQuery @Parameter(description = NAME) @Nullable String name) {
        return access.of(subject(request(email, name)));
    }

    @POST
    @Path("/erase")
    @NeedsScope(Scope.PRIVACY)
    @APIResponseSchema(
            value = ErasureView.class,
            responseCode = "202",
            responseDescription = "The erasure; done once the mail-service has answered")
    @Operation(
            operationId = "erase",
            summary = "Forget a person",
            description =
                    "Text, names, addresses and hashes, at once; letters that have not been sent are taken back, and the"
                            + " mail-service is asked to forget its part. What stays is that there were letters, to whom, and how"
                            + " they fared: the counts do not change. The answer tells every place that was searched and that"
                            + " nothing is left there. A person who is not known is answered alike.")
    public Response erase(@NotNull(message = BODY) @Valid SupporterRequest request) {
        return idempotency.once(request, () -> Reply.accepted(erasures.erase(subject(request))));
    }

    @DELETE
    @NeedsScope(Scope.PRIVACY)
    @APIResponseSchema(
            value = ErasureView.class,
            responseCode = "202",
            responseDescription = "The erasure; done once the mail-service has answered")
    @Operation(
            operationId = "deleteSupporter",
            summary = "Forget a person",
            description = "The same as POST /v1/supporters/erase." + BETTER)
    public Response delete(
            @RestQuery @Parameter(description = EMAIL, example = EXAMPLE, required = true) @Nullable String email,
            @RestQuery @Parameter(description = NAME) @Nullable String name) {
        return Response.accepted(erasures.erase(subject(request(email, name)))).build();
    }

    /**
     * That a person's consents are taken back.
     *
     * @param withdrawn how many stood until now; 0 where none did
     * @param at when
     */
    @Schema(example = "{\"withdrawn\": 1, \"at\": \"2026-11-24T10:15:30Z\"}")
    record Withdrawal(int withdrawn, Instant at) {}

    @POST
    @Path("/consent-withdrawals")
    @NeedsScope({Scope.PRIVACY, Scope.SUPPORTERS_WRITE})
    @APIResponseSchema(value = Withdrawal.class, responseCode = "200", responseDescription = "It is noted")
    @Operation(
            operationId = "withdrawConsent",
            summary = "Note that a person wants to hear no more from you",
            description =
                    "Takes back every consent of theirs in all your campaigns, also of letters that they have yet to"
                            + " confirm. They are in no export from then on. Their letters are not touched.")
    public Response withdraw(@NotNull(message = BODY) @Valid SupporterRequest request) {
        return idempotency.once(
                request,
                () -> new Reply(
                        200, Map.of(), new Withdrawal(withdrawals.withdraw(subject(request)), clock.instant())));
    }

    private Subject subject(SupporterRequest request) {
        return subjects.of(caller.tenant(), request.address(), request.wantedName());
    }

    private static SupporterRequest request(@Nullable String email, @Nullable String name) {
        return new SupporterRequest(email == null ? "" : email, name);
    }
}
