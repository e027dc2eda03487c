package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;

/** The operator's switch: while it is off no replica begins a mail. */
@ApplicationScoped
class QueueSwitch {
    private static final Logger LOG = Logger.getLogger(QueueSwitch.class);

    private final EntityManager database;

    QueueSwitch(EntityManager database) {
        this.database = database;
    }

    @Transactional
    boolean isPaused() {
        return (Boolean) database.createNativeQuery("select paused from queue_switch", Boolean.class)
                .getSingleResult();
    }

    /** Every replica follows within a second or two; a mail that is under way is finished. */
    @Transactional
    void pause(boolean paused) {
        var changed = database.createNativeQuery(
                        "update queue_switch set paused = :paused, changed_at = now() where paused <> :paused")
                .setParameter("paused", paused)
                .executeUpdate();
        if (changed > 0) {
            LOG.warnf("The queue was %s by its operator", paused ? "paused" : "resumed");
        }
    }
}
