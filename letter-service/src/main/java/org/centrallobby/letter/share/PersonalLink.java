package org.centrallobby.letter.share;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link that a supporter shares. The letter is null where none was kept, so that nobody learns who has written before. */
@Entity
class PersonalLink {
    @Id
    private String code;

    private UUID campaign;
    private @Nullable UUID letter;
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected PersonalLink() {}

    PersonalLink(ShareCode code, UUID campaign, @Nullable UUID letter, Instant now) {
        this.code = code.value();
        this.campaign = campaign;
        this.letter = letter;
        this.madeAt = now;
    }

    String code() {
        return code;
    }
}
