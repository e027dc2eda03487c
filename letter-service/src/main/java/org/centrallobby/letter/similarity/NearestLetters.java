package org.centrallobby.letter.similarity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The earlier letters that a letter is compared with. Only their fingerprints are read. */
@ApplicationScoped
class NearestLetters {
    /** An office remembers what came of late; so many are compared in a few milliseconds. */
    private static final int MOST = 2_000;

    private static final String FINGERPRINTS = """
            select fingerprint from letter
            where campaign = ? and member = ? and bars and way = 'PLATFORM' and fingerprint is not null
            order by id desc limit ?""";

    private final EntityManager database;

    NearestLetters(EntityManager database) {
        this.database = database;
    }

    /**
     * The largest share of a letter that stands in one of the newest 2,000 letters to the same member in the campaign. Only
     * letters that somebody has confirmed by mail count, whoever wrote them: what anybody can type in anybody's name must neither bar the way
     * of a letter nor tell, by being found or not, who has written already.
     */
    double share(Fingerprint letter, UUID campaign, int member) {
        return fingerprints(campaign, member).stream()
                .mapToDouble(earlier -> letter.shareIn(Fingerprint.read(earlier)))
                .max()
                .orElse(0);
    }

    /** Past Hibernate, which reads a native query's words anew for each letter: every letter and every preview asks this. */
    private List<byte[]> fingerprints(UUID campaign, int member) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement(FINGERPRINTS)) {
                query.setObject(1, campaign);
                query.setInt(2, member);
                query.setInt(3, MOST);
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
