package org.centrallobby.letter.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A feature that keeps something about people; each such feature has a bean of this type. Whoever adds a table with
 * something of a person in it adds it here, or the test that searches every column of every table finds it.
 */
public interface HoldsPersonalData {
    /** Everything that is held on the subject. */
    List<Holding> tell(Subject subject);

    /**
     * Forgets the subject, in the caller's transaction. What is counted stays counted.
     *
     * @param erasure the erasure's id, for what others have to forget as well
     * @return how many answers of others are awaited, each given to {@link ErasureDesk#answered}; mostly none
     */
    int forget(Subject subject, UUID erasure);

    /**
     * How many rows hold something of the subject, by table; every table of the feature is named. Looks by the subject's
     * hashes and, as these are gone after an erasure, at the rows that held something before it.
     *
     * @param rows ids of what {@link #tell} told, also of other features; never empty
     */
    Map<String, Long> search(Subject subject, Collection<UUID> rows);
}
