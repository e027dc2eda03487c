package org.centrallobby.letter.privacy;

import java.util.List;

/** A feature that keeps something for a time; each such feature has a bean of this type. */
public interface ForgetsInTime {
    List<RetentionClock> clocks();
}
