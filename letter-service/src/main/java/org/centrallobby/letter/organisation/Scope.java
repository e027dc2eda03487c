package org.centrallobby.letter.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a key may do. */
public enum Scope {
    CAMPAIGNS_READ("campaigns:read"),
    CAMPAIGNS_WRITE("campaigns:write"),
    LETTERS_READ("letters:read"),
    KEYS_WRITE("keys:write"),
    ORGANISATION_WRITE("organisation:write");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As keys and problems name it. */
    @JsonValue
    public String text() {
        return text;
    }

    @JsonCreator
    static Scope of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such scope"));
    }
}
