package org.centrallobby.letter.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import org.centrallobby.letter.platform.InstallationKeys;
import org.jspecify.annotations.Nullable;

/** Where proofs of work are asked for and taken, each for one campaign and once. */
@ApplicationScoped
public class Proofs {
    private final Challenges challenges;
    private final SpentProofs spent;
    private final InstantSource clock;

    Proofs(InstallationKeys keys, ProofConfig config, SpentProofs spent, InstantSource clock) {
        var key = HexFormat.of().formatHex(keys.keyFor("proof-of-work").getEncoded());
        this.challenges = new Challenges(key, config.mostTries(), config.validFor());
        this.spent = spent;
        this.clock = clock;
    }

    /** A new challenge for letters of the campaign. */
    public Challenge challenge(UUID campaign) {
        return challenges.set(campaign, clock.instant());
    }

    /** Whether this proves work for the campaign that was not used before; it is used with that. */
    public boolean spend(UUID campaign, @Nullable String proof) {
        return challenges
                .check(campaign, proof, clock.instant())
                .filter(spent::add)
                .isPresent();
    }
}
