package org.centrallobby.letter.supporter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
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

/** Tells and forgets those whom an organisation brought along, and takes their consent back with the other ones. */
@ApplicationScoped
class HeldSupporters implements HoldsPersonalData, ForgetsInTime {
    private final Supporters supporters;
    private final RetentionConfig retention;

    HeldSupporters(Supporters supporters, RetentionConfig retention) {
        this.supporters = supporters;
        this.retention = retention;
    }

    /** What is known of somebody from another system. */
    record Known(
            String givenName,
            String familyName,
            @Nullable String email,
            String consentWording,
            String consentSource,
            Instant consentedAt,
            @Nullable Instant withdrawnAt) {
        @Override
        public String toString() {
            return "Known[***]";
        }
    }

    @Override
    public List<Holding> tell(Subject subject) {
        return supporters.of(subject).stream()
                .map(supporter -> supporter.holding(retention.identity()))
                .toList();
    }

    @Override
    public int forget(Subject subject, UUID erasure) {
        supporters.of(subject).forEach(supporters::delete);
        supporters.flush();
        return 0;
    }

    @Override
    public Map<String, Long> search(Subject subject, Collection<UUID> rows) {
        return Map.of(
                "supporter",
                (long) supporters.of(subject).size(),
                "supporter_identifier",
                supporters.identifiersOf(rows));
    }

    @Override
    public List<RetentionClock> clocks() {
        return List.of(new RetentionClock(
                "identity",
                "Who was brought along from another system, from when they took their consent back",
                retention.identity(),
                supporters::forgetWithdrawn));
    }

    void follow(@Observes ConsentWithdrawn withdrawn) {
        supporters.withdraw(withdrawn.subject());
    }
}
