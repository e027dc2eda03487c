package org.centrallobby.mail.pacing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.mail.sql.Database;
import org.jboss.logging.Logger;

/** What the operator has stopped. A mail whose content is on its way is finished; nothing else begins. */
@ApplicationScoped
public class Pauses {
    private static final Logger LOG = Logger.getLogger(Pauses.class);

    private final Database database;
    private final Lanes lanes;

    Pauses(Database database, Lanes lanes) {
        this.database = database;
        this.lanes = lanes;
    }

    /** What is paused now. */
    @Transactional
    public Stopped stopped() {
        return new Stopped(database
                .list(
                        "select scope, key from pause",
                        row -> new Pause(PauseScope.of(row.getString("scope")), row.getString("key")))
                .stream()
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** All pauses, the oldest first, at most that many. */
    @Transactional
    public List<PauseView> list(int count) {
        return database.list(
                "select scope, key, since from pause order by since, scope, key limit ?",
                row -> new PauseView(
                        PauseScope.of(row.getString("scope")),
                        row.getString("key"),
                        row.getTimestamp("since").toInstant()),
                count);
    }

    /** Every replica follows before it begins another mail. */
    @Transactional
    public void pause(PauseScope scope, String key) {
        var changed = database.change(
                "insert into pause (scope, key) values (?, ?) on conflict do nothing", scope.word(), key);
        tell(changed, scope, key, "paused");
    }

    @Transactional
    public void resume(PauseScope scope, String key) {
        var changed = database.change("delete from pause where scope = ? and key = ?", scope.word(), key);
        if (scope == PauseScope.DESTINATION) {
            lanes.wake(key);
        }
        tell(changed, scope, key, "resumed");
    }

    private static void tell(int changed, PauseScope scope, String key, String what) {
        if (changed > 0) {
            // A destination may be a person's own domain.
            LOG.warnf("The operator %s %s %s", what, scope.word(), scope == PauseScope.DESTINATION ? "" : key);
        }
    }

    record Pause(PauseScope scope, String key) {}

    /** Everything that is paused at one moment. */
    public static final class Stopped {
        private final Set<Pause> pauses;

        Stopped(Set<Pause> pauses) {
            this.pauses = pauses;
        }

        public boolean everything() {
            return pauses.contains(new Pause(PauseScope.EVERYTHING, ""));
        }

        /** Whether mails of that kind may not be begun. */
        public boolean covers(UUID organisation, UUID campaign, String destination) {
            return !pauses.isEmpty()
                    && (everything()
                            || pauses.contains(new Pause(PauseScope.ORGANISATION, organisation.toString()))
                            || pauses.contains(new Pause(PauseScope.CAMPAIGN, campaign.toString()))
                            || coversDestination(destination));
        }

        boolean coversDestination(String destination) {
            return pauses.contains(new Pause(PauseScope.DESTINATION, destination));
        }

        String[] keys(PauseScope scope) {
            return pauses.stream()
                    .filter(pause -> pause.scope() == scope)
                    .map(Pause::key)
                    .toArray(String[]::new);
        }
    }
}
