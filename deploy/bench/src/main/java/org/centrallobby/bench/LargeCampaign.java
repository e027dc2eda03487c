package org.centrallobby.bench;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign with letters by the million, made for the first part that asks for it. */
final class LargeCampaign {
    private final LetterStage stage;
    private final int letters;
    private @Nullable UUID id;

    LargeCampaign(LetterStage stage, int letters) {
        this.stage = stage;
        this.letters = letters;
    }

    int letters() {
        return letters;
    }

    UUID id() {
        if (id == null) {
            stage.progress().say("Writing %,d letters".formatted(letters));
            id = stage.campaignWithLetter("large").id();
            stage.mass().add(id, letters, MassLetters.State.SENT, true);
        }
        return id;
    }
}
