package org.centrallobby.letter.statistics;

import java.util.List;
import java.util.Map;

/** The counts of one campaign at one moment. */
record CampaignCounts(Map<Dimension, List<Counts>> parts) {
    /** The parts of a dimension in the order of their keys; a part without any letter is not there. */
    List<Counts> by(Dimension dimension) {
        return parts.getOrDefault(dimension, List.of());
    }

    /** The campaign as a whole, if it was asked for. */
    Counts total() {
        var all = by(Dimension.ALL);
        return all.isEmpty() ? Counts.none("") : all.getFirst();
    }
}
