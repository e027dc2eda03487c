package org.centrallobby.letter.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.privacy.ForgetsInTime;
import org.centrallobby.letter.privacy.Holding;
import org.centrallobby.letter.privacy.HoldsPersonalData;
import org.centrallobby.letter.privacy.RetentionClock;
import org.centrallobby.letter.privacy.Subject;
import org.jspecify.annotations.Nullable;

/** Tells and forgets consents. That somebody was asked and how they chose is kept as evidence, without anything of theirs. */
@ApplicationScoped
class HeldConsents implements HoldsPersonalData, ForgetsInTime {
    private final Consents consents;
    private final RetentionConfig retention;
    private final InstantSource clock;

    HeldConsents(Consents consents, RetentionConfig retention, InstantSource clock) {
        this.consents = consents;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public List<Holding> tell(Subject subject) {
        return consents.of(subject).stream()
                .map(consent -> new Holding(
                        "consent",
                        consent.letter(),
                        consent.campaign(),
                        consent.person(),
                        consent.name(),
                        forgottenAt(consent.record()),
                        consent.record()))
                .toList();
    }

    @Override
    public int forget(Subject subject, UUID erasure) {
        var now = clock.instant();
        consents.lockedOf(subject).forEach(consent -> consent.forget(now));
        return 0;
    }

    @Override
    public Map<String, Long> search(Subject subject, Collection<UUID> rows) {
        return Map.of("consent", consents.search(subject, rows));
    }

    @Override
    public List<RetentionClock> clocks() {
        return List.of(
                new RetentionClock(
                        "identity",
                        "Whose a consent was, from when it was refused or withdrawn",
                        retention.identity(),
                        consents::forgetPeople),
                new RetentionClock(
                        "consent-evidence",
                        "That somebody was asked for consent and how they chose, from when it was refused or withdrawn",
                        retention.consentEvidence(),
                        consents::forgetEvidence));
    }

    /** Null for one that stands: it is kept as long as it does. */
    private @Nullable Instant forgottenAt(ConsentRecord consent) {
        var withdrawn = consent.withdrawnAt();
        if (withdrawn != null) {
            return withdrawn.plus(retention.identity());
        }
        return consent.given() ? null : consent.confirmedAt().plus(retention.identity());
    }
}
