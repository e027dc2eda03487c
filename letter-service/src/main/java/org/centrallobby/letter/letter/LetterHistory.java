package org.centrallobby.letter.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class LetterHistory implements PanacheRepositoryBase<HistoryEntry, Long> {
    /** A letter's steps, the first one first; never more than the lifecycle has. */
    List<HistoryEntry> of(UUID letter) {
        return list("letter = ?1 order by position", letter);
    }
}
