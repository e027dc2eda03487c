package org.centrallobby.letter.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Forgets replies whose time has passed. Replicas may do it at once: what is deleted stays deleted. */
@ApplicationScoped
class ReplyExpiry {
    private final IdempotentReplies replies;
    private final InstantSource clock;

    ReplyExpiry(IdempotentReplies replies, InstantSource clock) {
        this.replies = replies;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @Transactional
    void forget() {
        replies.deleteExpired(clock.instant());
    }
}
