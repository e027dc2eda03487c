package org.centrallobby.letter.organisation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How one key takes over from another.
 *
 * @param overlapHours for how long both are good, 0 to 720 hours; 24 where nothing is said, 0 for a key that has leaked
 */
@Schema(example = """
        {"overlapHours": 48}\
        """)
record RotateKey(
        @Min(value = 0, message = "Choose 0 to 720 hours.") @Max(value = 720, message = "Choose 0 to 720 hours.") @Nullable Integer overlapHours) {
    static final RotateKey IN_A_DAY = new RotateKey(null);

    Duration overlap() {
        return Duration.ofHours(overlapHours == null ? 24 : overlapHours);
    }
}
