package org.centrallobby.mail.queue;

import org.jboss.logging.Logger;

/** What a process does all the time beside sending: renew its lease and look after the claims of the dead. */
class LeaseKeeping {
    private static final Logger LOG = Logger.getLogger(LeaseKeeping.class);

    private final Claims claims;
    private final TakeOver takeOver;
    private final Lease lease;
    private final Fetching fetching;
    private final QueueConfig config;
    private long renewNext = System.nanoTime();
    private int unbroken;
    private boolean failing;

    LeaseKeeping(Claims claims, TakeOver takeOver, Lease lease, Fetching fetching, QueueConfig config) {
        this.claims = claims;
        this.takeOver = takeOver;
        this.lease = lease;
        this.fetching = fetching;
        this.config = config;
    }

    void tick() {
        try {
            if (System.nanoTime() - renewNext >= 0) {
                renew();
                fetching.open();
            }
            if (failing) {
                failing = false;
                LOG.info("The queue's database answers again");
            }
        } catch (Throwable e) {
            // The next renewal is due at once; until it succeeds nothing new is begun for longer than the lease lasts.
            unbroken = 0;
            if (!failing) {
                failing = true;
                LOG.warn("The queue's database does not answer: sending waits for it", e);
            }
        }
    }

    private void renew() {
        if (!lease.renew(sender -> claims.renew(sender, config.lease()))) {
            LOG.warn("The lease had lapsed: what was claimed under it is left to whoever takes it over");
            unbroken = 0;
        }
        renewNext = System.nanoTime() + config.lease().dividedBy(3).toNanos();
        fetching.reconcile();
        unbroken++;
        // After an outage of the database everybody's lease has run out. A second renewal later the living have theirs
        // again, and have written down what they sent in the meantime.
        if (unbroken >= 2) {
            while (takeOver.some(config.uncertainRetry(), config.inDoubt() == QueueConfig.InDoubt.HOLD)) {
                // More of them.
            }
            takeOver.forgetTheDead();
        }
    }
}
