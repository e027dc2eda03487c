package org.centrallobby.letter.job;

/** Every periodic job with the advisory lock that keeps it to one replica. Numbers are used for nothing else in this database. */
public enum Job {
    DEADLINES(7_011),
    RELEASE(7_012),
    ERASURE(7_013),
    REMINDERS(7_014),
    FOLD(7_015),
    FORGETTING(7_016),
    SCHEDULE(7_017),
    HANDOVERS(7_018),
    LIMITS(7_020),
    PROOFS(7_021),
    REPLIES(7_022),

    DECISIONS(7_025),
    ALARMS(7_026),
    ALARM_FORGETTING(7_027),

    WEBHOOK_UPKEEP(7_030),
    WEBHOOK_FORGETTING(7_031),

    AUDIT_FORGETTING(7_050),
    RETENTION(7_051),

    COMMENT_FORGETTING(7_060);

    private final long lock;

    Job(long lock) {
        this.lock = lock;
    }

    long lock() {
        return lock;
    }
}
