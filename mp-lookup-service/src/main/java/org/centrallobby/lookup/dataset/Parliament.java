package org.centrallobby.lookup.dataset;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a Parliament. From its dissolution to the day the operator says that it sits again nobody is a member.
 *
 * @param dissolvedOn the day of the dissolution, which may lie ahead; null while none is known
 * @param electionOn the day of the general election; null where it is not known
 */
@Schema(name = "Parliament")
record Parliament(
        @Schema(nullable = true, examples = "2029-05-30") @Nullable LocalDate dissolvedOn,

        @Schema(nullable = true, examples = "2029-07-05") @Nullable LocalDate electionOn) {
    /** It sits, and no dissolution is known of. */
    static final Parliament SITTING = new Parliament(null, null);

    /** Whether it is dissolved on that day. */
    boolean isDissolvedOn(LocalDate day) {
        return dissolvedOn != null && !day.isBefore(dissolvedOn);
    }
}
