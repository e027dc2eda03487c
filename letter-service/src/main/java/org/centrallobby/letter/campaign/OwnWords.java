package org.centrallobby.letter.campaign;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How personal a letter has to be.
 *
 * @param personalLine whether a letter needs a line of its writer's own
 * @param alikeLimit from what likeness on, in per cent, something happens; 100 is a copy
 * @param whenAlike what happens then
 */
public record OwnWords(
        boolean personalLine,

        @Min(value = 20, message = "Set a limit of 20 to 100 per cent.") @Max(value = 100, message = "Set a limit of 20 to 100 per cent.") int alikeLimit,

        @NotNull(message = "Choose allow, hold or refuse.") WhenAlike whenAlike) {
    /** Copies are welcome: a ban shuts out people who cannot write much. */
    static final OwnWords ANY = new OwnWords(false, 100, WhenAlike.ALLOW);

    /** What happens to a letter that is too much like others. */
    public enum WhenAlike {
        /** It goes like any other; its writer has seen how alike it is. */
        @JsonProperty("allow")
        ALLOW,
        /** It waits for a person of the organisation. */
        @JsonProperty("hold")
        HOLD,
        /** It is not taken; its writer is told what would help. */
        @JsonProperty("refuse")
        REFUSE
    }
}
