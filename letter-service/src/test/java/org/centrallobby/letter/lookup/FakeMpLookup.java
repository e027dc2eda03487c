package org.centrallobby.letter.lookup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Knows the postcodes that a test has laid out. */
@Alternative
@Priority(1)
@ApplicationScoped
public class FakeMpLookup implements MpLookup {
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private volatile boolean down;

    public void lay(String postcode, Constituency constituency) {
        places.put(key(postcode), new Place(postcode, false, null, constituency, List.of()));
    }

    public void split(String postcode, Constituency... candidates) {
        places.put(key(postcode), new Place(postcode, false, null, null, List.of(candidates)));
    }

    public void down(boolean down) {
        this.down = down;
    }

    @Override
    public Place find(String postcode) {
        if (down) {
            throw RestMpLookup.unavailable();
        }
        var place = places.get(key(postcode));
        if (place == null) {
            throw new Failure(ProblemType.UNKNOWN_POSTCODE, "We do not know this postcode.");
        }
        return place;
    }

    private static String key(String postcode) {
        return postcode.replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    }
}
