package org.centrallobby.letter.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.letter.LetterWriters;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Where a person of the organisation decides what the public sees. They see what will be shown, never an address. */
@ApplicationScoped
class CommentModeration {
    private final Comments comments;
    private final CommentReports reports;
    private final CommentSteps steps;
    private final LetterWriters writers;
    private final AuditLog audit;

    CommentModeration(
            Comments comments, CommentReports reports, CommentSteps steps, LetterWriters writers, AuditLog audit) {
        this.comments = comments;
        this.reports = reports;
        this.steps = steps;
        this.writers = writers;
        this.audit = audit;
    }

    /** Shows a comment to the public. */
    @Transactional
    CommentView approve(Tenant tenant, UUID id) {
        var comment = comments.lockedOf(tenant, id);
        if (writers.of(comment.letter()).isEmpty()) {
            throw new Failure(ProblemType.COMMENT_DECIDED, "The letter it belongs to does not stand any more.");
        }
        return decided(comment, CommentState.APPROVED, null);
    }

    /** Keeps a comment from the public, or takes it down. */
    @Transactional
    CommentView reject(Tenant tenant, UUID id, CommentFault fault) {
        return decided(comments.lockedOf(tenant, id), CommentState.REJECTED, fault);
    }

    /** A page of the campaign's comments with what readers complained of. */
    @Transactional
    List<CommentView> page(UUID campaign, @Nullable CommentState state, @Nullable UUID before, int limit) {
        var page = comments.page(campaign, state, before, limit);
        var complaints = reports.of(page.stream().map(Comment::id).toList());
        return page.stream()
                .map(comment -> CommentView.of(comment, complaints.getOrDefault(comment.id(), List.of())))
                .toList();
    }

    private CommentView decided(Comment comment, CommentState next, @Nullable CommentFault fault) {
        // A decision that was taken before is no other decision.
        if (comment.state() != next) {
            if (!steps.take(comment, next, fault)) {
                throw new Failure(
                        ProblemType.COMMENT_DECIDED,
                        "The comment is %s.".formatted(comment.state().wireName()));
            }
            audit.record(AuditAction.MODERATION, comment.id(), 1);
        }
        return CommentView.of(comment, reports.of(List.of(comment.id())).getOrDefault(comment.id(), List.of()));
    }
}
