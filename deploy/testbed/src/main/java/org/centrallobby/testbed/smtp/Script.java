package org.centrallobby.testbed.smtp;

import org.jspecify.annotations.Nullable;

/** Decides what the server does; called by many sessions at once. */
@FunctionalInterface
public interface Script {
    /** The answer at that moment; null for what a server without faults would say. */
    @Nullable Answer answer(Moment moment);

    /** Everything is taken. */
    static Script friendly() {
        return moment -> null;
    }
}
