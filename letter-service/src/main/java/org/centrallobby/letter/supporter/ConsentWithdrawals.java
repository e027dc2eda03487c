package org.centrallobby.letter.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.privacy.Subject;

/** Where consent to be written to is taken back: as easily as it was given, and for everything of the organisation. */
@ApplicationScoped
public class ConsentWithdrawals {
    private final Consents consents;
    private final Event<ConsentWithdrawn> observers;
    private final AuditLog audit;
    private final InstantSource clock;

    ConsentWithdrawals(Consents consents, Event<ConsentWithdrawn> observers, AuditLog audit, InstantSource clock) {
        this.consents = consents;
        this.observers = observers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes back all consents of the subject, as the organisation's program says; how many stood until now. */
    @Transactional
    public int withdraw(Subject subject) {
        var stood = takeBack(subject);
        audit.record(AuditAction.CONSENT_WITHDRAWN, null, stood == 0 ? 0 : 1);
        return stood;
    }

    /** The same, as the writer of this letter says on its private page. */
    @Transactional
    public void withdrawByWriter(Subject subject, UUID letter) {
        takeBack(subject);
        audit.recordByWriter(subject.tenant(), AuditAction.CONSENT_WITHDRAWN, letter);
    }

    private int takeBack(Subject subject) {
        var now = clock.instant();
        // Letters are locked before their consents, as everywhere: one that is being confirmed has its consent by then.
        observers.fire(new ConsentWithdrawn(subject));
        var standing =
                consents.lockedOf(subject).stream().filter(Consent::stands).toList();
        standing.forEach(consent -> consent.withdraw(now));
        return standing.size();
    }
}
