package org.centrallobby.letter.statistics;

import java.util.Comparator;

/** How many confirmed letters came from a constituency. */
record ConstituencyCount(String code, String name, long confirmed) {
    static final Comparator<ConstituencyCount> BY_NAME =
            Comparator.comparing(ConstituencyCount::name).thenComparing(ConstituencyCount::code);
}
