package org.centrallobby.letter.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.web.Cursor;

/** All organisations, by id. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {
    /** The newest first. */
    List<Organisation> page(Optional<Cursor> after, int count) {
        return after.map(cursor -> find("id < ?1 order by id desc", cursor.after()))
                .orElseGet(() -> find("order by id desc"))
                .page(0, count)
                .list();
    }

    /** Whether any organisation lets pages of this origin embed its campaigns. */
    public boolean anyAllows(String origin) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select 1 from organisation where allowed_origins @> array[cast(?1 as text)])")
                .setParameter(1, origin)
                .getSingleResult();
    }
}
