package org.centrallobby.letter.audit;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.Answer;
import org.centrallobby.letter.web.Cursor;
import org.centrallobby.letter.web.Page;
import org.centrallobby.letter.web.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/audit")
@Tag(name = "Privacy", description = "What is held on people, and what was done with it.")
@SecurityRequirement(name = "key")
class AuditResource {
    private final AuditEntries entries;
    private final CurrentCaller caller;

    AuditResource(AuditEntries entries, CurrentCaller caller) {
        this.entries = entries;
        this.caller = caller;
    }

    /** A page of the log, the newest entry first. */
    @Schema(example = "{\"entries\": [" + AuditView.EXAMPLE + "], \"next\": null}")
    record AuditPage(List<AuditView> entries, @Nullable String next) {}

    @GET
    @NeedsScope(Scope.PRIVACY)
    @Transactional
    @Operation(
            operationId = "listAudit",
            summary = "What was done with personal data",
            description =
                    "Exports, subject access, erasures, letters that were read, moderation; never whose they were.")
    public RestResponse<AuditPage> list(
            @RestQuery @Parameter(description = "Only entries of this action, for instance export") @Nullable String action,
            @BeanParam @Valid PageRequest request,
            @Context UriInfo uri) {
        var wanted = action == null
                ? null
                : AuditAction.named(action)
                        .orElseThrow(() -> new Failure(ProblemType.BAD_REQUEST, "There is no such action."));
        var after = request.after().map(Cursor::after).orElse(null);
        var page = Page.of(
                        entries.page(caller.tenant(), wanted, after, request.limit() + 1),
                        request.limit(),
                        AuditEntry::id)
                .map(AuditView::of);
        return Answer.page(new AuditPage(page.entries(), page.next()), page.next(), uri);
    }
}
