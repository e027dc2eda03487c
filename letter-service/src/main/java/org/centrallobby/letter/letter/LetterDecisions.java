package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** What a person of the organisation decides about single letters. */
@ApplicationScoped
class LetterDecisions {
    private final Letters letters;
    private final Dispatch dispatch;
    private final LetterRecall recall;
    private final AuditLog audit;

    LetterDecisions(Letters letters, Dispatch dispatch, LetterRecall recall, AuditLog audit) {
        this.letters = letters;
        this.dispatch = dispatch;
        this.recall = recall;
        this.audit = audit;
    }

    /** Lets a held letter go on its way; where nobody holds the seat it goes on waiting for that alone. */
    @Transactional
    Letter release(Tenant tenant, UUID id) {
        // Locked before it is looked at: a job may be releasing it at this moment.
        var letter = letters.lockedOf(tenant, id);
        if (letter.state() != LetterState.HELD) {
            throw new Failure(ProblemType.LETTER_NOT_HELD, "Only a letter that is held can be released.");
        }
        letter.approve();
        audit.record(AuditAction.LETTERS_DECIDED, id, 1);
        dispatch.release(letter);
        return letter;
    }

    /** Takes a letter back, or asks the mail-service for it; its writer is told and gets the text. */
    @Transactional
    Letter recall(Tenant tenant, UUID id) {
        var letter = letters.lockedOf(tenant, id);
        if (!recall.of(letter, RecallReason.BY_ORGANISATION)) {
            throw LetterRecall.refused(letter.state());
        }
        audit.record(AuditAction.LETTERS_DECIDED, id, 1);
        return letter;
    }
}
