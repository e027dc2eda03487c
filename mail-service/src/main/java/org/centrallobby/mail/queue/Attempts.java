package org.centrallobby.mail.queue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Attempts implements PanacheRepositoryBase<Attempt, Attempt.Key> {
    /** The latest attempts of a mail, the last one first. */
    List<Attempt> latestOf(UUID mail, int count) {
        return find("mail = ?1 order by number desc", mail).page(0, count).list();
    }
}
