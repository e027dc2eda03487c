package org.centrallobby.letter.privacy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.jspecify.annotations.Nullable;

/** That somebody was forgotten, and how that was made sure; nothing of whom. */
@Entity
class Erasure {
    @Id
    private UUID id;

    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private Instant askedAt;
    private @Nullable Instant doneAt;
    private int mailsAsked;
    private int mailsForgotten;

    @ElementCollection
    @CollectionTable(name = "erasure_place", joinColumns = @JoinColumn(name = "erasure"))
    @OrderBy("place")
    private List<SearchedPlace> places = new ArrayList<>();

    /**
     * A table that was searched.
     *
     * @param found how many rows of it held something of the person before
     * @param remaining and how many afterwards
     */
    @Embeddable
    record SearchedPlace(String place, long found, long remaining) {}

    @SuppressWarnings("NullAway.Init")
    protected Erasure() {}

    Erasure(UUID id, Tenant tenant, Instant now) {
        this.id = id;
        this.organisation = tenant.organisation();
        this.mode = tenant.mode();
        this.askedAt = now;
    }

    void searched(List<SearchedPlace> searched, int mails) {
        places.addAll(searched);
        mailsAsked = mails;
    }

    void mailForgotten() {
        mailsForgotten++;
    }

    boolean waitsForMails() {
        return mailsForgotten < mailsAsked;
    }

    void done(Instant now) {
        doneAt = now;
    }

    UUID id() {
        return id;
    }

    Tenant tenant() {
        return new Tenant(organisation, mode);
    }

    Instant askedAt() {
        return askedAt;
    }

    /** Null while an answer is awaited. */
    @Nullable Instant doneAt() {
        return doneAt;
    }

    int mailsAsked() {
        return mailsAsked;
    }

    int mailsForgotten() {
        return mailsForgotten;
    }

    List<SearchedPlace> places() {
        return List.copyOf(places);
    }
}
