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
 * proved. Name and address are kept only as long as they agree; the hashes recognise them beyond that, until their time
 * is over too.
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
    private @Nullable Integer wordingVersion;
    private boolean given;
    private @Nullable String name;
    private @Nullable String email;
    private @Nullable String mailbox;
    private @Nullable String person;
    private Instant chosenAt;
    private Instant confirmedAt;
    private @Nullable Instant withdrawnAt;

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
        var person = Person.of(campaign, new EmailAddress(email), name);
        this.letter = letter;
        this.campaign = campaign;
        this.organisation = organisation;
        this.mode = choice.mode();
        this.wording = choice.wording();
        this.wordingVersion = choice.version();
        this.given = choice.given();
        this.name = choice.given() ? name : null;
        this.email = choice.given() ? email : null;
        this.mailbox = person.mailbox();
        this.person = person.key();
        this.chosenAt = choice.at();
        this.confirmedAt = now;
    }

    /** Whether the organisation may write to them. */
    boolean stands() {
        return given && withdrawnAt == null;
    }

    /** Takes it back; a second time changes nothing. */
    void withdraw(Instant now) {
        if (stands()) {
            withdrawnAt = now;
        }
        name = null;
        email = null;
    }

    /** Leaves that somebody was asked, with which words, and what they chose. */
    void forget(Instant now) {
        withdraw(now);
        mailbox = null;
        person = null;
    }

    /**
     * Its letter is nobody's, and so is what was ticked beside it. Whose hashes it holds has taken nothing back: without
     * them nobody is taken for somebody who has.
     */
    void invalidate(Instant now) {
        if (stands()) {
            forget(now);
        }
    }

    UUID letter() {
        return letter;
    }

    UUID campaign() {
        return campaign;
    }

    @Nullable String name() {
        return name;
    }

    @Nullable String person() {
        return person;
    }

    ConsentRecord record() {
        return new ConsentRecord(mode, wording, wordingVersion, given, chosenAt, confirmedAt, withdrawnAt);
    }
}
