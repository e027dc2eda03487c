package org.centrallobby.letter.page;

import java.util.List;
import java.util.Map;

/**
 * Which button brought somebody to the step on which they write.
 *
 * @param again whether they want to enter another postcode
 * @param chose whether they had to choose a constituency
 * @param whole whether they want to edit the whole letter from now on
 * @param move the arrow at a point: {@code up:} or {@code down:} and its id; empty for none
 */
record Writing(boolean again, boolean chose, boolean whole, String move) {
    static final Writing PLAIN = new Writing(false, false, false, "");

    static Writing of(Map<String, List<String>> form) {
        return new Writing(
                form.containsKey("again"),
                form.containsKey("chose"),
                form.containsKey("whole"),
                form.getOrDefault("move", List.of("")).getFirst());
    }
}
