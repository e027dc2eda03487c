package org.centrallobby.lookup.member;

import com.fasterxml.jackson.annotation.JsonValue;

/** An office that changes how a member acts. */
public enum Role {
    /** Chairs the House and takes no side in public. */
    SPEAKER;

    /** As it stands in answers and events. */
    @JsonValue
    public String word() {
        return "speaker";
    }
}
