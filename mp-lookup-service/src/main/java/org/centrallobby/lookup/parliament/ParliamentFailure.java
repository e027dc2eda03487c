package org.centrallobby.lookup.parliament;

/** Parliament's answers cannot be used. The message names the answer and the reason, and never an address. */
public sealed class ParliamentFailure extends RuntimeException permits NobodySits {
    ParliamentFailure(String answer, String reason) {
        super("%s: %s".formatted(answer, reason));
    }

    ParliamentFailure(String reason) {
        super(reason);
    }
}
