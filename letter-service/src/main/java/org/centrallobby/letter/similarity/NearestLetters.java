package org.centrallobby.letter.similarity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The earlier letters that a letter is compared with. Only their fingerprints are read. */
@ApplicationScoped
class NearestLetters {
    /** An office remembers what came of late; so many are compared in a few milliseconds. */
    private static final int MOST = 2_000;

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

    @SuppressWarnings("unchecked")
    private List<byte[]> fingerprints(UUID campaign, int member, @Nullable String mailbox) {
        return database.createNativeQuery("""
                        select fingerprint from letter
                        where campaign = ?1 and member = ?2 and fingerprint is not null and mailbox <> ?3
                        order by id desc limit ?4""", byte[].class)
                .setParameter(1, campaign)
                .setParameter(2, member)
                // No mailbox's hash is empty.
                .setParameter(3, mailbox == null ? "" : mailbox)
                .setParameter(4, MOST)
                .getResultList();
    }
}
