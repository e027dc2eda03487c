package org.centrallobby.e2e.chaos;

/** What may befall a part. */
enum FaultKind {
    /** SIGKILL, and started again after a while. */
    KILL("killed"),
    /** SIGSTOP, and SIGCONT after a while. */
    PAUSE("paused"),
    /** SIGTERM, and started again at once. */
    RESTART("restarted gently"),
    /** Its clock is set, and set right after a while. */
    SKEW("clock set wrong"),
    /** The relay says 421 and hangs up. */
    REFUSE_CONNECTIONS("refuses connections"),
    /** The relay says 451 to every recipient. */
    REFUSE_RECIPIENTS("refuses recipients"),
    /** The relay reads each mail and says 452. */
    REFUSE_MAILS("refuses mails it has read"),
    /** The relay takes connections and says nothing. */
    HANG_AT_GREETING("hangs at the greeting"),
    /** The relay takes each mail so late that nobody listens any more. */
    HANG_AT_END("hangs after the mail"),
    /** The relay takes some mails and hangs up before it says so. */
    DROP_AFTER_TAKING("hangs up on mails it took");

    private final String title;

    FaultKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
