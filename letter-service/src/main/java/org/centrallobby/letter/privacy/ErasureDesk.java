package org.centrallobby.letter.privacy;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.idempotency.IdempotencyConfig;

/**
 * Forgets people, and makes sure of it: every feature forgets in one transaction, then every feature is searched, and an
 * erasure that has left anything behind does not take place. What it cannot do is to reach into the mail-service: that is
 * asked, and the erasure is done when it has answered.
 */
@ApplicationScoped
public class ErasureDesk {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final PersonalData data;
    private final Erasures erasures;
    private final AuditLog audit;
    private final IdempotencyConfig replies;
    private final InstantSource clock;

    ErasureDesk(PersonalData data, Erasures erasures, AuditLog audit, IdempotencyConfig replies, InstantSource clock) {
        this.data = data;
        this.erasures = erasures;
        this.audit = audit;
        this.replies = replies;
        this.clock = clock;
    }

    /** Forgets the subject on behalf of the organisation's program behind the current request. */
    @Transactional
    public ErasureView erase(Subject subject) {
        var held = data.tell(subject);
        var erasure = new Erasure(IDS.generate(), subject.tenant(), clock.instant());
        audit.record(AuditAction.ERASURE_ASKED, erasure.id(), held.isEmpty() ? 0 : 1);
        var rows = rows(held);
        return forget(subject, erasure, rows, data.search(subject, rows));
    }

    /** Forgets the subject on behalf of the platform's operator; empty where nothing is held on them. */
    @Transactional
    public Optional<ErasureView> eraseIfHeld(Subject subject) {
        var rows = rows(data.tell(subject));
        var before = data.search(subject, rows);
        if (before.values().stream().allMatch(found -> found == 0)) {
            return Optional.empty();
        }
        var erasure = new Erasure(IDS.generate(), subject.tenant(), clock.instant());
        audit.recordByPlatform(subject.tenant(), AuditAction.ERASURE_ASKED, erasure.id(), 1);
        return Optional.of(forget(subject, erasure, rows, before));
    }

    private ErasureView forget(Subject subject, Erasure erasure, Collection<UUID> rows, Map<String, Long> before) {
        var awaited = data.forget(subject, erasure.id());
        var after = data.search(subject, rows);
        if (after.values().stream().anyMatch(left -> left > 0)) {
            throw new IllegalStateException(
                    "Erasure %s would leave something behind: %s".formatted(erasure.id(), after));
        }
        erasure.searched(places(before, after), awaited);
        erasures.persist(erasure);
        conclude(erasure);
        return view(erasure);
    }

    /** Something that was asked of another service for this erasure is done there. */
    @Transactional
    public void answered(UUID id) {
        erasures.locked(id).ifPresent(erasure -> {
            erasure.mailForgotten();
            conclude(erasure);
        });
    }

    /**
     * How an erasure stands, whatever organisation's it is.
     *
     * @throws org.centrallobby.letter.problem.Failure where there is none with this id
     */
    @Transactional
    public ErasureView receipt(UUID id) {
        return view(erasures.known(id));
    }

    ErasureView view(Erasure erasure) {
        return ErasureView.of(erasure, replies.keep());
    }

    private void conclude(Erasure erasure) {
        if (erasure.doneAt() == null && !erasure.waitsForMails()) {
            erasure.done(clock.instant());
            audit.recordByPlatform(erasure.tenant(), AuditAction.ERASURE_DONE, erasure.id(), 1);
        }
    }

    private static List<Erasure.SearchedPlace> places(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream()
                .map(place -> new Erasure.SearchedPlace(
                        place.getKey(), before.getOrDefault(place.getKey(), 0L), place.getValue()))
                .toList();
    }

    /** Never empty: a query's list must not be. */
    private static Collection<UUID> rows(List<Holding> held) {
        return Stream.concat(
                        Stream.of(new UUID(0, 0)),
                        held.stream().map(Holding::id).filter(Objects::nonNull))
                .collect(Collectors.toSet());
    }
}
