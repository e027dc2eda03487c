package org.centrallobby.letter.proof;

import java.util.Map;

/** Solves challenges with ALTCHA's own library, for tests of other features. */
public final class Solver {
    private Solver() {}

    /**
     * The proof to hand in.
     *
     * @param challenge as it was read from JSON
     */
    public static String solve(Map<String, Object> challenge) {
        try {
            return ChallengesTest.payload(ChallengesTest.solved(new Challenge(
                    String.valueOf(challenge.get("algorithm")),
                    String.valueOf(challenge.get("challenge")),
                    Integer.parseInt(String.valueOf(challenge.get("maxnumber"))),
                    String.valueOf(challenge.get("salt")),
                    String.valueOf(challenge.get("signature")))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
