package org.centrallobby.letter.supporter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.campaign.ConsentMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a supporter wants to hear from the organisation: what they were shown and what they chose, so that it can be
 * proved. Name and address are kept only where they agreed.
 */
@Entity
class Consent {
    /** The letter with which they were asked. */
    @Id
    private UUID letter;

    private UUID campaign;
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private ConsentMode mode;

    private String wording;
    private boolean given;
    private @Nullable String name;
    private @Nullable String email;
    private Instant chosenAt;
    private Instant confirmedAt;

    @SuppressWarnings("NullAway.Init")
    protected Consent() {}

    Consent(
            UUID letter,
            UUID campaign,
            UUID organisation,
            ConsentChoice choice,
            String name,
            String email,
            Instant now) {
        this.letter = letter;
        this.campaign = campaign;
        this.organisation = organisation;
        this.mode = choice.mode();
        this.wording = choice.wording();
        this.given = choice.given();
        this.name = choice.given() ? name : null;
        this.email = choice.given() ? email : null;
        this.chosenAt = choice.at();
        this.confirmedAt = now;
    }
}
