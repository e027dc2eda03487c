package org.centrallobby.letter.privacy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

@ApplicationScoped
class Erasures implements PanacheRepositoryBase<Erasure, UUID>, ForgetsInTime {
    private final RetentionConfig retention;

    Erasures(RetentionConfig retention) {
        this.retention = retention;
    }

    /** The erasure, if it is this tenant's; another's does not exist for its programs. */
    Erasure ownedBy(Tenant tenant, UUID id) {
        return find("id = ?1 and organisation = ?2 and mode = ?3", id, tenant.organisation(), tenant.mode())
                .firstResultOptional()
                .orElseThrow(
                        () -> new Failure(ProblemType.NOT_FOUND, "Your organisation has no erasure with this id."));
    }

    /** The erasure, whosever it is. */
    Erasure known(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no erasure with this id."));
    }

    Optional<Erasure> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<RetentionClock> clocks() {
        return List.of(new RetentionClock(
                "erasure-receipt", "The receipt of an erasure", retention.erasureReceipt(), this::forget));
    }

    private List<Tenant> forget(Instant before, int limit) {
        var old = find("doneAt <= ?1 order by doneAt", before).page(0, limit).list();
        old.forEach(this::delete);
        return old.stream().map(Erasure::tenant).toList();
    }
}
