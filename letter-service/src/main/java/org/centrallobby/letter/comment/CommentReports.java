package org.centrallobby.letter.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How often readers complained of what. Only numbers: who complained is not here, see {@link Complaints}. */
@ApplicationScoped
class CommentReports {
    private final EntityManager database;

    CommentReports(EntityManager database) {
        this.database = database;
    }

    /** @param reports how many readers named this fault, ever */
    record Report(CommentFault reason, int reports) {}

    void count(UUID comment, CommentFault fault) {
        database.createNativeQuery("""
                        insert into comment_report as r (comment, fault, reports) values (?1, ?2, 1)
                        on conflict (comment, fault) do update set reports = r.reports + 1""")
                .setParameter(1, comment)
                .setParameter(2, fault.name())
                .executeUpdate();
    }

    /** The complaints of these comments, each one's most frequent first; a comment without any is not there. */
    Map<UUID, List<Report>> of(Collection<UUID> comments) {
        List<?> rows = database.createNativeQuery("""
                        select comment, fault, reports from comment_report where comment = any (?1)
                        order by comment, reports desc, fault""", Tuple.class)
                .setParameter(1, comments.toArray(UUID[]::new))
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.groupingBy(
                        row -> row.get("comment", UUID.class),
                        Collectors.mapping(
                                row -> new Report(
                                        CommentFault.valueOf(row.get("fault", String.class)),
                                        row.get("reports", Integer.class)),
                                Collectors.toList())));
    }
}
