package org.centrallobby.letter.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a key may do. */
public enum Scope {
    CAMPAIGNS_READ("campaigns:read"),
    CAMPAIGNS_WRITE("campaigns:write"),
    /** How letters stand, and statistics: never whose they are or what is in them. */
    LETTERS_READ("letters:read"),
    /** What is in a letter and who wrote it. */
    LETTERS_CONTENT("letters:content"),
    /** Recalls, releases and invalidates letters. */
    LETTERS_WRITE("letters:write"),
    /** Supporters, those alone who agreed to hear from the organisation. */
    SUPPORTERS_EXPORT("supporters:export"),
    /** Takes supporters in from another system. */
    SUPPORTERS_WRITE("supporters:write"),
    /** Everything that is kept of one person, and its erasure. */
    PRIVACY("privacy"),
    MODERATION("moderation"),
    WEBHOOKS_WRITE("webhooks:write"),
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
