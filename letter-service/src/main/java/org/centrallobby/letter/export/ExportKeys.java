package org.centrallobby.letter.export;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** The key of each organisation that has registered one. */
@ApplicationScoped
public class ExportKeys implements PanacheRepositoryBase<ExportKey, ExportKey.Of> {
    Optional<ExportKey> of(Tenant tenant) {
        return findByIdOptional(ExportKey.Of.tenant(tenant));
    }

    /** Whether personal data may leave in clear, as the organisation wants it. */
    public boolean allowClearText(Tenant tenant) {
        return of(tenant).filter(ExportKey::encryptedOnly).isEmpty();
    }

    /** Refuses it where the organisation wants it encrypted. */
    public void requireClearText(Tenant tenant) {
        if (!allowClearText(tenant)) {
            throw new Failure(
                    ProblemType.ENCRYPTION_REQUIRED,
                    "Your organisation lets supporters leave encrypted only. Ask for an export with encrypt=true.");
        }
    }
}
