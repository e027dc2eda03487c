package org.centrallobby.letter.similarity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The earlier letters that a letter is compared with. Only their fingerprints are read. */
@ApplicationScoped
class NearestLetters {
    /** An office remembers what came of late; so many are compared in a few milliseconds. */
    private static final int MOST = 2_000;

    private static final String FINGERPRINTS = """
            select fingerprint from letter
            where campaign = ? and member = ? and fingerprint is not null and mailbox <> ?
            order by id desc limit ?""";

    private final EntityManager database;

    NearestLetters(EntityManager database) {
        this.database = database;
    }

    /**
     * The largest share of a letter that stands in one of the newest 2,000 letters to the same member in the campaign.
     *
     * @param mailbox the writer's, whose own letters are passed over; null while it is not known
     */
    double share(Fingerprint letter, UUID campaign, int member, @Nullable String mailbox) {
        return fingerprints(campaign, member, mailbox).stream()
                .mapToDouble(earlier -> letter.shareIn(Fingerprint.read(earlier)))
                .max()
                .orElse(0);
    }

    /** Past Hibernate, which reads a native query's words anew for each letter: every letter and every preview asks this. */
    private List<byte[]> fingerprints(UUID campaign, int member, @Nullable String mailbox) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(FINGERPRINTS)) {
                query.setObject(1, campaign);
                query.setInt(2, member);
                // No mailbox's hash is empty.
                query.setString(3, mailbox == null ? "" : mailbox);
                query.setInt(4, MOST);
                var fingerprints = new ArrayList<byte[]>();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        fingerprints.add(rows.getBytes(1));
                    }
                }
                return fingerprints;
            }
        });
    }
}
