package org.centrallobby.letter.page;

import org.jspecify.annotations.Nullable;

/**
 * Why no letter can be written here, and how it goes on.
 *
 * @param title a heading
 * @param text what the supporter can do, or why there is nothing to do
 * @param elsewhere the campaign that writes to this MP; null where there is none
 */
record DeadEnd(String title, String text, @Nullable Elsewhere elsewhere) {
    DeadEnd(String title, String text) {
        this(title, text, null);
    }

    /** @param write where its form goes that asks for nothing but the postcode */
    record Elsewhere(String title, String write) {}
}
