package org.centrallobby.lookup.constituency;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The nine regions of England, as the Office for National Statistics names them. */
public enum Region {
    NORTH_EAST("North East"),
    NORTH_WEST("North West"),
    YORKSHIRE_AND_THE_HUMBER("Yorkshire and The Humber"),
    EAST_MIDLANDS("East Midlands"),
    WEST_MIDLANDS("West Midlands"),
    EAST_OF_ENGLAND("East of England"),
    LONDON("London"),
    SOUTH_EAST("South East"),
    SOUTH_WEST("South West");

    private final String title;

    Region(String title) {
        this.title = title;
    }

    /** As it is written. */
    @JsonValue
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException if no region is written so */
    public static Region of(String title) {
        return Arrays.stream(values())
                .filter(region -> region.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no region of that name"));
    }
}
