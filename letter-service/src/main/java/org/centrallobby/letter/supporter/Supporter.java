package org.centrallobby.letter.supporter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.centrallobby.letter.privacy.Holding;
import org.jspecify.annotations.Nullable;

/** Somebody whom an organisation brought along from another system, where they had agreed to hear from it. */
@Entity
class Supporter {
    @Id
    private UUID id;

    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String mailbox;
    private String person;
    private String givenName;
    private String familyName;
    private @Nullable String email;
    private String consentWording;
    private String consentSource;
    private Instant consentedAt;
    private @Nullable Instant withdrawnAt;
    private Instant createdAt;
    private Instant modifiedAt;

    @SuppressWarnings("NullAway.Init")
    protected Supporter() {}

    Supporter(UUID id, Tenant tenant, BroughtSupporter brought, Person person, Instant now) {
        this.id = id;
        this.organisation = tenant.organisation();
        this.mode = tenant.mode();
        this.createdAt = now;
        take(brought, person, now);
    }

    /** Takes over what the other system knows now; the same once more changes nothing. */
    void update(BroughtSupporter brought, Person recognised, Instant now) {
        if (!isAs(brought, recognised)) {
            take(brought, recognised, now);
        }
    }

    private boolean isAs(BroughtSupporter brought, Person recognised) {
        return person.equals(recognised.key())
                && mailbox.equals(recognised.mailbox())
                && givenName.equals(brought.givenName())
                && familyName.equals(brought.familyName())
                && brought.email().value().equals(email)
                && consentWording.equals(brought.wording())
                && consentSource.equals(brought.source())
                && consentedAt.equals(brought.consentedAt());
    }

    private void take(BroughtSupporter brought, Person recognised, Instant now) {
        mailbox = recognised.mailbox();
        person = recognised.key();
        givenName = brought.givenName();
        familyName = brought.familyName();
        email = brought.email().value();
        consentWording = brought.wording();
        consentSource = brought.source();
        consentedAt = brought.consentedAt();
        modifiedAt = now;
    }

    /**
     * Leaves that they wanted to hear no more, for whoever brings them along again, and until its time is over what other
     * systems call them: by that they are known under another address too.
     */
    void withdraw(Instant now) {
        givenName = "";
        familyName = "";
        email = null;
        withdrawnAt = now;
        modifiedAt = now;
    }

    /** With a name as letters have it, so that one person is one in a document. */
    Holding holding(Duration keptAfterWithdrawal) {
        var name = (givenName + " " + familyName).strip();
        return new Holding(
                "supporter",
                id,
                null,
                person,
                name.isEmpty() ? null : name,
                withdrawnAt == null ? null : withdrawnAt.plus(keptAfterWithdrawal),
                new HeldSupporters.Known(
                        givenName, familyName, email, consentWording, consentSource, consentedAt, withdrawnAt));
    }

    boolean hasWithdrawn() {
        return withdrawnAt != null;
    }

    Tenant tenant() {
        return new Tenant(organisation, mode);
    }

    UUID id() {
        return id;
    }
}
