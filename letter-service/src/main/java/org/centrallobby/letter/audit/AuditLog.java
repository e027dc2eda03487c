package org.centrallobby.letter.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.centrallobby.letter.organisation.CurrentCaller;
import org.centrallobby.letter.organisation.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who did what with personal data, in the transaction that does it: what is not noted does not happen. A name, an
 * address or a text never stands in it, so that the log outlives the people it protects.
 */
@ApplicationScoped
public class AuditLog {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final AuditEntries entries;
    private final CurrentCaller caller;
    private final InstantSource clock;

    AuditLog(AuditEntries entries, CurrentCaller caller, InstantSource clock) {
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Notes what the organisation's program behind the current request does.
     *
     * @param subject the id of the campaign, letter or other thing that it is done to; null where there is none
     * @param people how many people it concerns; 0 where nobody was found
     */
    @Transactional
    public void record(AuditAction action, @Nullable UUID subject, long people) {
        entries.persist(entry(action, subject, people));
    }

    /**
     * Notes that the organisation's program begins something that takes a while, in a transaction of its own or the
     * present one; {@link #add} says how many people it comes to.
     *
     * @return the id of the entry
     */
    @Transactional
    public UUID begin(AuditAction action, UUID subject) {
        var entry = entry(action, subject, 0);
        entries.persist(entry);
        return entry.id();
    }

    /** Counts further people to what has begun, in the transaction that gets at them: it holds also when it ends midway. */
    @Transactional
    public void add(UUID entry, long people) {
        entries.add(entry, people);
    }

    private AuditEntry entry(AuditAction action, @Nullable UUID subject, long people) {
        var program = caller.get();
        return new AuditEntry(
                IDS.generate(), program.tenant(), AuditEntry.By.KEY, program.key(), action, subject, people, now());
    }

    /** Notes what a writer does with their own data, on a private page or by a link in a mail. */
    @Transactional
    public void recordByWriter(Tenant tenant, AuditAction action, @Nullable UUID subject) {
        entries.persist(new AuditEntry(IDS.generate(), tenant, AuditEntry.By.WRITER, null, action, subject, 1, now()));
    }

    /** Notes what the platform does by itself, for instance when a retention clock has run out. */
    @Transactional
    public void recordByPlatform(Tenant tenant, AuditAction action, @Nullable UUID subject, long people) {
        entries.persist(
                new AuditEntry(IDS.generate(), tenant, AuditEntry.By.PLATFORM, null, action, subject, people, now()));
    }

    private java.time.Instant now() {
        return clock.instant();
    }
}
