package org.centrallobby.letter.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.letter.ChosenLetters.Tally;
import org.centrallobby.letter.letter.LetterChoice;
import org.jspecify.annotations.Nullable;

/** What was decided about letters, and how far a job has come with it. */
@Entity
class Decision {
    @Id
    private UUID id;

    private UUID campaign;

    @Enumerated(EnumType.STRING)
    private LetterChoice.Purpose kind;

    private @Nullable String network;
    private @Nullable String emailDomain;
    private @Nullable String constituency;
    private @Nullable List<UUID> letters;
    private @Nullable Instant writtenAfter;
    private Instant writtenBefore;
    private Instant askedAt;
    private @Nullable UUID reached;
    private @Nullable Instant finishedAt;
    private long found;
    private long uncounted;
    private long recalled;
    private long recallAsked;
    private long lapsed;
    private long sent;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {}

    Decision(UUID id, LetterChoice choice, long found, Instant now) {
        this.id = id;
        this.campaign = choice.campaign();
        this.kind = choice.purpose();
        this.network = choice.network();
        this.emailDomain = choice.emailDomain();
        this.constituency = choice.constituency();
        this.letters = choice.letters();
        this.writtenAfter = choice.writtenAfter();
        this.writtenBefore = choice.writtenBefore();
        this.found = found;
        this.askedAt = now;
    }

    LetterChoice choice() {
        return new LetterChoice(
                campaign, kind, network, emailDomain, constituency, letters, writtenAfter, writtenBefore);
    }

    /** It has been done to letters up to this one. */
    void advance(UUID last, Tally tally) {
        reached = last;
        uncounted += kind == LetterChoice.Purpose.INVALIDATION ? tally.confirmed() : 0;
        recalled += tally.recalled();
        recallAsked += tally.recallAsked();
        lapsed += tally.lapsed();
        sent += tally.sent();
    }

    /** Begins again at the first letter. */
    void goRound() {
        reached = null;
    }

    /** There is nothing left to do. Whose letters it was about, the letters know; the network's hash has its own clock. */
    void finish(Instant now) {
        finishedAt = now;
        network = null;
    }

    UUID id() {
        return id;
    }

    UUID campaign() {
        return campaign;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable UUID reached() {
        return reached;
    }

    /** Null while there are letters to which it has not been done. */
    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** How many letters it was about when it was made. */
    long found() {
        return found;
    }

    /** How many confirmed letters count no longer. */
    long uncounted() {
        return uncounted;
    }

    /** How many were taken back at once. */
    long recalled() {
        return recalled;
    }

    /** How many were on their way and were asked for. */
    long recallAsked() {
        return recallAsked;
    }

    /** How many nobody had confirmed. */
    long lapsed() {
        return lapsed;
    }

    /** How many had been sent before. */
    long sent() {
        return sent;
    }
}
