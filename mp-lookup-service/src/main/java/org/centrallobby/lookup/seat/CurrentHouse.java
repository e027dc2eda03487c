package org.centrallobby.lookup.seat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The seats of the release that serves now, replaced as a whole: a request takes them once and stays with them. */
@ApplicationScoped
public class CurrentHouse {
    private volatile House house = new House("none", List.of());

    /** Those of the release that serves now. */
    public House get() {
        return house;
    }

    /** Puts these seats in the place of the ones before. */
    public void replace(House replacement) {
        house = replacement;
    }
}
