package org.centrallobby.lookup.constituency;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** The four nations of the United Kingdom. */
public enum Nation {
    ENGLAND("England"),
    SCOTLAND("Scotland"),
    WALES("Wales"),
    NORTHERN_IRELAND("Northern Ireland");

    private final String title;

    Nation(String title) {
        this.title = title;
    }

    /** As it is written. */
    @JsonValue
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException if no nation is written so */
    public static Nation of(String title) {
        return Arrays.stream(values())
                .filter(nation -> nation.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no nation of that name"));
    }
}
