package org.centrallobby.lookup.dataset;

import java.util.List;
import java.util.Map;
import org.centrallobby.lookup.postcode.PostcodeIndex;
import org.centrallobby.lookup.seat.Seat;

/** A part, read. */
sealed interface PartContent {
    /** How many postcodes, seats or corrections it holds. */
    int records();

    record Postcodes(PostcodeIndex index) implements PartContent {
        @Override
        public int records() {
            return index.size();
        }
    }

    record NorthernIreland(PostcodeIndex index) implements PartContent {
        @Override
        public int records() {
            return index.size();
        }
    }

    /** @param places those of the constituencies, two or more, by the packed postcode */
    record Splits(Map<Integer, List<Integer>> places) implements PartContent {
        @Override
        public int records() {
            return places.size();
        }

        @Override
        public String toString() {
            return "Splits[%d]".formatted(records());
        }
    }

    /** @param seats by the codes of their constituencies */
    record Members(Map<String, Seat> seats) implements PartContent {
        @Override
        public int records() {
            return seats.size();
        }
    }

    record Corrections(List<Correction> known) implements PartContent {
        @Override
        public int records() {
            return known.size();
        }
    }

    record ParliamentState(Parliament state) implements PartContent {
        @Override
        public int records() {
            return 1;
        }
    }
}
