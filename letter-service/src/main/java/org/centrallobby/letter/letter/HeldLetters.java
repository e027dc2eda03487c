package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Where a person of the organisation decides about letters that are held. */
@ApplicationScoped
class HeldLetters {
    private final Letters letters;
    private final LetterSteps steps;
    private final Dispatch dispatch;
    private final WriterNews news;
    private final AuditLog audit;

    HeldLetters(Letters letters, LetterSteps steps, Dispatch dispatch, WriterNews news, AuditLog audit) {
        this.letters = letters;
        this.steps = steps;
        this.dispatch = dispatch;
        this.news = news;
        this.audit = audit;
    }

    /** Lets a letter go on its way; where nobody holds the seat it goes on waiting for that alone. */
    @Transactional
    Letter release(Tenant tenant, UUID id) {
        var letter = held(tenant, id);
        letter.approve();
        audit.record(AuditAction.LETTERS_DECIDED, id, 1);
        dispatch.release(letter);
        return letter;
    }

    /** Takes a letter back for good; its writer is told and gets the text. */
    @Transactional
    Letter recall(Tenant tenant, UUID id) {
        var letter = held(tenant, id);
        var before = letter.state();
        steps.take(letter, LetterState.RECALLED, "by-organisation");
        news.of(letter, before);
        audit.record(AuditAction.LETTERS_DECIDED, id, 1);
        return letter;
    }

    /** Locked before it is looked at: a job may be releasing it at this moment. */
    private Letter held(Tenant tenant, UUID id) {
        var letter = letters.lockedOf(tenant, id);
        if (letter.state() != LetterState.HELD) {
            throw new Failure(ProblemType.LETTER_NOT_HELD, "Only a letter that is held can be released or recalled.");
        }
        return letter;
    }
}
