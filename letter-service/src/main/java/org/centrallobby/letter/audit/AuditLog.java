package org.centrallobby.letter.audit;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
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
        return new AuditEntry(IDS.generate(), program.tenant(), By.KEY, program.key(), action, subject, people, now());
    }

    /** Notes what a writer does with their own data, on a private page or by a link in a mail. */
    @Transactional
    public void recordByWriter(Tenant tenant, AuditAction action, @Nullable UUID subject) {
        entries.persist(new AuditEntry(IDS.generate(), tenant, By.WRITER, null, action, subject, 1, now()));
    }

    /** Notes what the platform does by itself, for instance when a retention clock has run out. */
    @Transactional
    public void recordByPlatform(Tenant tenant, AuditAction action, @Nullable UUID subject, long people) {
        entries.persist(new AuditEntry(IDS.generate(), tenant, By.PLATFORM, null, action, subject, people, now()));
    }

    /**
     * Notes that retention clocks have run out: one entry for the tenant and the day, in UTC, that counts up. Not to be
     * called by two transactions at once.
     */
    @Transactional
    public void addForgotten(Tenant tenant, long things) {
        var day = now().truncatedTo(ChronoUnit.DAYS);
        if (!entries.addForgotten(tenant, day, things)) {
            recordByPlatform(tenant, AuditAction.RETENTION, null, things);
        }
    }

    /** What was done to these things, the newest first; no more than 500 entries. */
    @Transactional
    public List<AuditView> about(Tenant tenant, Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : entries.about(tenant, subjects).stream().map(AuditView::of).toList();
    }

    private Instant now() {
        return clock.instant();
    }
}
