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

    /** Refuses to hand out supporters in clear where the organisation wants them encrypted. */
    public void requireClearText(Tenant tenant) {
        if (of(tenant).filter(ExportKey::encryptedOnly).isPresent()) {
            throw new Failure(
                    ProblemType.ENCRYPTION_REQUIRED,
                    "Your organisation lets supporters leave encrypted only. Ask for an export with encrypt=true.");
        }
    }
}
