package org.centrallobby.letter.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All organisations, by id. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {
    /** Whether any organisation lets pages of this origin embed its campaigns. */
    public boolean anyAllows(String origin) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select 1 from organisation where allowed_origins @> array[cast(?1 as text)])")
                .setParameter(1, origin)
                .getSingleResult();
    }
}
