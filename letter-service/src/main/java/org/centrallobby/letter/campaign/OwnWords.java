package org.centrallobby.letter.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.centrallobby.letter.similarity.OwnWordsPolicy;
import org.centrallobby.letter.similarity.WhenAlike;

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

    /** As the gate reads it. */
    public OwnWordsPolicy policy() {
        return new OwnWordsPolicy(alikeLimit / 100.0, whenAlike);
    }
}
