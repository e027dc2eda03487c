package org.centrallobby.mail.address;

import org.jspecify.annotations.Nullable;

/** Somebody a mail goes to, or an answer. */
public record Correspondent(@Nullable String name, EmailAddress address) {
    @Override
    public String toString() {
        return "Correspondent[...]";
    }
}
