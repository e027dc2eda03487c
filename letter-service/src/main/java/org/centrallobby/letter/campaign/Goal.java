package org.centrallobby.letter.campaign;

/** The number of letters that a campaign hopes for, as it is shown. */
final class Goal {
    private static final int[] STEPS = {2, 5, 10};

    private Goal() {}

    /**
     * The goal itself until nine tenths of it are reached; from there on the next round number, so that the next supporter's
     * letter is still wanted: 200, 500, 1,000, 2,000 and so on.
     *
     * @param confirmed how many letters there are
     */
    static long shown(int goal, boolean moves, long confirmed) {
        if (!moves || confirmed * 10 < goal * 9L) {
            return goal;
        }
        for (var power = 10L; ; power *= 10) {
            for (var step : STEPS) {
                if (step * power > goal && confirmed * 10 < step * power * 9) {
                    return step * power;
                }
            }
        }
    }
}
