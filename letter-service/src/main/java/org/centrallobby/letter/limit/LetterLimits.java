package org.centrallobby.letter.limit;

import static org.centrallobby.letter.limit.Counter.What.ADDRESS;
import static org.centrallobby.letter.limit.Counter.What.CAMPAIGN;
import static org.centrallobby.letter.limit.Counter.What.MEMBER;
import static org.centrallobby.letter.limit.Counter.What.NETWORK;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.proof.Proofs;
import org.jspecify.annotations.Nullable;

/**
 * The door for letters. Who sends many does a proof of work for each, who sends too many waits; a flood upon one campaign or
 * one MP has everyone do one, and refuses nobody. It looks at where letters come from and go to, never at who writes them: so
 * it tells nobody whether an address is known.
 */
@ApplicationScoped
public class LetterLimits {
    private final Visitors visitors;
    private final Counters counters;
    private final Proofs proofs;
    private final LimitsConfig config;
    private final RateLimit rateLimit;

    LetterLimits(Visitors visitors, Counters counters, Proofs proofs, LimitsConfig config, RateLimit rateLimit) {
        this.visitors = visitors;
        this.counters = counters;
        this.proofs = proofs;
        this.config = config;
        this.rateLimit = rateLimit;
    }

    /**
     * Counts one more letter that could be handed in. To be called outside of a transaction.
     *
     * @param member the id of the MP that it goes to
     * @param proof the solution of a challenge, as ALTCHA's widget sends it; null where there is none
     * @throws Failure {@code too-many-requests}, or {@code proof-of-work-required} with a challenge; then nothing was counted
     */
    public void admit(Campaign campaign, int member, @Nullable String proof) {
        var visitor = visitors.current();
        var counted = List.of(
                new Counter(ADDRESS, visitor.address()),
                new Counter(NETWORK, visitor.network()),
                new Counter(CAMPAIGN, campaign.id().toString()),
                new Counter(MEMBER, Integer.toString(member)));
        var count = counters.add(counted);
        rateLimit.tell("letters", config.addressMost(), count.of(ADDRESS), count.left());
        if (count.of(ADDRESS) > config.addressMost() || count.of(NETWORK) > config.networkMost()) {
            counters.takeBack(counted, count);
            throw new Failure(
                    ProblemType.TOO_MANY_REQUESTS,
                    "More letters come from your network than are taken at a time. Send yours again in a few minutes.",
                    count.left());
        }
        if (needsProof(campaign, count) && !proofs.spend(campaign.id(), proof)) {
            counters.takeBack(counted, count);
            throw new Failure(
                            ProblemType.PROOF_OF_WORK_REQUIRED,
                            "Solve the challenge and send the same letter again with the solution as its proof.")
                    .with(Map.of("challenge", proofs.challenge(campaign.id())));
        }
    }

    private boolean needsProof(Campaign campaign, Count count) {
        return campaign.alwaysNeedsProof()
                || count.of(ADDRESS) > config.addressFree()
                || count.of(NETWORK) > config.networkFree()
                || count.of(CAMPAIGN) > config.campaignFree()
                || count.of(MEMBER) > config.memberFree();
    }
}
