package org.centrallobby.letter.export;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/organisation/export-key")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Export", description = "Letters and supporters, as files.")
@SecurityRequirement(name = "key")
class ExportKeyResource {
    private final ExportKeys keys;
    private final CurrentCaller caller;
    private final InstantSource clock;

    ExportKeyResource(ExportKeys keys, CurrentCaller caller, InstantSource clock) {
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A public key of age (age-encryption.org).
     *
     * @param publicKey what age-keygen calls the public key
     * @param encryptedOnly whether whatever holds personal data leaves in no other way
     */
    @Schema(example = """
            {"publicKey": "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p", "encryptedOnly": true}\
            """)
    record RegisterKey(
            @NotNull(message = "Send the public key of age-keygen; it begins with age1.") String publicKey,

            boolean encryptedOnly) {}

    @Schema(example = """
            {"publicKey": "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p", "encryptedOnly": true, \
            "registeredAt": "2026-11-25T10:15:30Z"}\
            """)
    record ExportKeyView(String publicKey, boolean encryptedOnly, Instant registeredAt) {
        static ExportKeyView of(ExportKey key) {
            return new ExportKeyView(key.recipient().text(), key.encryptedOnly(), key.registeredAt());
        }
    }

    @PUT
    @NeedsScope(Scope.ORGANISATION_WRITE)
    @Transactional
    @Operation(
            operationId = "registerExportKey",
            summary = "Register the key that exports are encrypted to",
            description =
                    "It takes the place of the one before. Exports of test campaigns have one of their own: whatever key"
                            + " of the API registers it says which.")
    public ExportKeyView register(@NotNull(message = "Send the public key as JSON.") @Valid RegisterKey request) {
        var key = new ExportKey(
                caller.tenant(),
                AgeRecipient.parse(request.publicKey()),
                request.encryptedOnly(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return ExportKeyView.of(keys.getEntityManager().merge(key));
    }

    @GET
    @NeedsScope({Scope.ORGANISATION_WRITE, Scope.SUPPORTERS_EXPORT})
    @Transactional
    @Operation(operationId = "getExportKey", summary = "The key that exports are encrypted to")
    public ExportKeyView show() {
        return keys.of(caller.tenant()).map(ExportKeyView::of).orElseThrow(ExportKeyResource::none);
    }

    @DELETE
    @NeedsScope(Scope.ORGANISATION_WRITE)
    @Transactional
    @Operation(
            operationId = "deleteExportKey",
            summary = "Take the key away",
            description = "Exports leave in clear again.")
    public void delete() {
        keys.delete(keys.of(caller.tenant()).orElseThrow(ExportKeyResource::none));
    }

    private static Failure none() {
        return new Failure(ProblemType.NOT_FOUND, "Your organisation has registered no key for exports.");
    }
}
