package org.centrallobby.letter.organisation;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/**
 * A repository of things that belong to one organisation and one mode, in its columns {@code organisation} and {@code mode}.
 * Here and nowhere else an organisation's programs get at such a thing by its id; another's does not exist for them.
 */
public interface Owned<T> extends PanacheRepositoryBase<T, UUID> {
    /** What the things are called where one is missing, for instance {@code campaign}. */
    String noun();

    /** The thing, if it is this tenant's; otherwise the request fails as if there were none. */
    default T ownedBy(Tenant tenant, UUID id) {
        return of(tenant, id).firstResultOptional().orElseThrow(this::unknown);
    }

    /** The same, for a change: whoever else wants to change it waits for the end of this transaction. */
    default T lockedOf(Tenant tenant, UUID id) {
        return of(tenant, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(this::unknown);
    }

    private PanacheQuery<T> of(Tenant tenant, UUID id) {
        return find("id = ?1 and organisation = ?2 and mode = ?3", id, tenant.organisation(), tenant.mode());
    }

    private Failure unknown() {
        return new Failure(ProblemType.NOT_FOUND, "Your organisation has no %s with this id.".formatted(noun()));
    }
}
