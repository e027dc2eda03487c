package org.centrallobby.lookup.member;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How a member takes letters. */
public enum ContactKind {
    EMAIL("email"),
    POST("post"),
    WEB_FORM("web-form"),
    /** No way is known. */
    NONE("none");

    private final String word;

    ContactKind(String word) {
        this.word = word;
    }

    /** As it stands in files, answers and events. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The kind that the word stands for; empty where it stands for none. */
    public static Optional<ContactKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
