package org.centrallobby.letter.osdi;

import org.jspecify.annotations.Nullable;

/** A name in the two parts that OSDI has. Here people type one; its last word is taken for the family's. */
record Name(String given, String family) {
    static @Nullable Name of(@Nullable String whole) {
        if (whole == null) {
            return null;
        }
        var text = whole.strip();
        var space = text.lastIndexOf(' ');
        return space < 0
                ? new Name(text, "")
                : new Name(text.substring(0, space).strip(), text.substring(space + 1));
    }

    @Override
    public String toString() {
        return "Name[***]";
    }
}
