package org.centrallobby.lookup.parliament;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parliament names no sitting member at all. That is what a dissolution looks like, and what a fault of the API may look
 * like too; 650 vacancies it is not. Whoever runs the service says which.
 */
public final class NobodySits extends ParliamentFailure {
    private final @Nullable LocalDate ended;

    NobodySits(@Nullable LocalDate ended) {
        super(
                "Parliament's API names no sitting member%s. It looks as if Parliament were dissolved; if it is, say so in the dataset, and if not, the API is at fault"
                        .formatted(ended == null ? "" : ": the last memberships ended on " + ended));
        this.ended = ended;
    }

    /** The day on which the last of the memberships that were told ended. */
    public Optional<LocalDate> ended() {
        return Optional.ofNullable(ended);
    }
}
