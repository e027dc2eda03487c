package org.centrallobby.letter.letter;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Letters", description = "How an organisation's letters stand; never whose they are or what is in them.")
@SecurityRequirement(name = "key")
class LetterResource {
    private final Letters letters;
    private final LetterHistory history;
    private final LetterDecisions decisions;
    private final AuditLog audit;
    private final CurrentCaller caller;

    LetterResource(
            Letters letters, LetterHistory history, LetterDecisions decisions, AuditLog audit, CurrentCaller caller) {
        this.letters = letters;
        this.history = history;
        this.decisions = decisions;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scope.LETTERS_READ)
    @Transactional
    @Operation(operationId = "getLetter", summary = "A letter with every step it has taken")
    public LetterWithHistory get(@RestPath UUID id) {
        return LetterWithHistory.of(letters.ownedBy(caller.tenant(), id), history.of(id));
    }

    @GET
    @Path("/{id}/content")
    @NeedsScope(Scope.LETTERS_CONTENT)
    @Transactional
    @Operation(
            operationId = "readLetter",
            summary = "What is in a letter and who wrote it",
            description = "Every reading is in the audit log.")
    public LetterContent content(@RestPath UUID id) {
        var letter = letters.ownedBy(caller.tenant(), id);
        audit.record(AuditAction.LETTER_READ, id, 1);
        return LetterContent.of(letter);
    }

    @POST
    @Path("/{id}/release")
    @NeedsScope(Scope.LETTERS_WRITE)
    @Operation(
            operationId = "releaseLetter",
            summary = "Let a held letter go",
            description = "One that waits for a person; a letter whose seat is vacant goes on waiting for the seat.")
    public LetterView release(@RestPath UUID id) {
        return LetterView.of(decisions.release(caller.tenant(), id));
    }

    @POST
    @Path("/{id}/recall")
    @NeedsScope(Scope.LETTERS_WRITE)
    @Operation(
            operationId = "recallLetter",
            summary = "Take a letter back that is confirmed and not sent yet",
            description =
                    "A held letter is recalled at once. One that is on its way already is asked for: recallAskedAt shows it,"
                            + " and its state becomes recalled if it was not sent before. Its writer is told and gets the"
                            + " text.")
    @APIResponseSchema(value = LetterView.class, responseDescription = "The letter as it stands now")
    @APIResponse(
            responseCode = "409",
            description = "letter-not-recallable",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public LetterView recall(@RestPath UUID id) {
        return LetterView.of(decisions.recall(caller.tenant(), id));
    }
}
