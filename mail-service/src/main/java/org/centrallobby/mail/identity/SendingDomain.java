package org.centrallobby.mail.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A domain of an organisation's own. */
@Entity
@Table(name = "sending_domain")
class SendingDomain {
    @Id
    private UUID id;

    private UUID organisation;
    private String domain;
    private String state;

    /** What the last check said of each record, as JSON. */
    private String findings;

    private Instant createdAt;
    private @Nullable Instant checkedAt;
    private @Nullable Instant failingSince;
    private Instant nextCheckAt;

    @SuppressWarnings("NullAway.Init")
    protected SendingDomain() {}

    SendingDomain(UUID id, UUID organisation, String domain, Instant now) {
        this.id = id;
        this.organisation = organisation;
        this.domain = domain;
        this.state = DomainState.PENDING.word();
        this.findings = "[]";
        this.createdAt = now;
        this.nextCheckAt = now;
    }

    UUID id() {
        return id;
    }

    UUID organisation() {
        return organisation;
    }

    String domain() {
        return domain;
    }

    DomainState state() {
        return DomainState.valueOf(state.toUpperCase(Locale.ROOT));
    }

    String findings() {
        return findings;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant checkedAt() {
        return checkedAt;
    }

    @Nullable Instant failingSince() {
        return failingSince;
    }

    /** Whether mails may be sent from it. */
    boolean sends(Instant now, Duration grace) {
        return switch (state()) {
            case PENDING -> false;
            case VERIFIED -> true;
            case FAILING -> failingSince != null && now.isBefore(failingSince.plus(grace));
        };
    }

    /** Nobody else needs to look at it before then. */
    void postpone(Instant nextCheckAt) {
        this.nextCheckAt = nextCheckAt;
    }

    /** Takes down what a check found. */
    void found(String findings, boolean allRight, Instant now, Instant nextCheckAt) {
        this.findings = findings;
        this.checkedAt = now;
        this.nextCheckAt = nextCheckAt;
        if (allRight) {
            state = DomainState.VERIFIED.word();
            failingSince = null;
        } else if (state() == DomainState.VERIFIED) {
            state = DomainState.FAILING.word();
            failingSince = now;
        }
    }
}
