package org.centrallobby.mail.pacing;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.centrallobby.mail.sql.Database;

/**
 * Lets mails through: those for which somebody waits first, the campaigns and organisations in turn, no mailbox, destination
 * or relay faster than its ceiling. One replica at a time comes here, for a few milliseconds: that is what makes the ceilings
 * exact and the shares fair for the fleet, and no row is waited for.
 */
@ApplicationScoped
public class Turnstile {
    /** Chosen by hand and used for nothing else in this database. A process that is frozen in here is cut off. */
    private static final String ALONE = """
            select set_config('idle_in_transaction_session_timeout', '5s', true),
                   cast(pg_advisory_xact_lock(7003) as text), clock_timestamp() as now""";

    private final Database database;
    private final Pauses pauses;
    private final Turns turns;
    private final Lanes lanes;
    private final Ceilings ceilings;
    private final OfficeHours hours;
    private final PacingConfig config;

    Turnstile(
            Database database,
            Pauses pauses,
            Turns turns,
            Lanes lanes,
            Ceilings ceilings,
            OfficeHours hours,
            PacingConfig config) {
        this.config = config;
        this.database = database;
        this.pauses = pauses;
        this.turns = turns;
        this.lanes = lanes;
        this.ceilings = ceilings;
        this.hours = hours;
    }

    /**
     * Lets mails through, as many as the relays have room for.
     *
     * @param openings what each relay of this process could take now; none twice
     * @return the relays' names, one for each mail that was taken from the line
     */
    @Transactional(MANDATORY)
    public List<String> admit(List<Opening> openings, Line line) {
        // What comes next must not have been seen before the lock was got: each statement sees what is committed by
        // then.
        var now = database.one(ALONE, row -> Database.moment(row, "now"));
        var stopped = pauses.stopped();
        if (stopped.everything()) {
            return List.of();
        }
        var shares = RelayShares.of(openings, ceilings, now);
        var admitted = 0;
        for (var urgent : List.of(true, false)) {
            if (admitted < shares.room()) {
                admitted += admit(urgent, shares.room() - admitted, now, stopped, line);
            }
        }
        return shares.take(admitted);
    }

    private int admit(boolean urgent, int most, Instant now, Pauses.Stopped stopped, Line line) {
        var contenders = turns.ready(urgent, now, stopped);
        if (contenders.isEmpty()) {
            return 0;
        }
        var round = new Admission(new FairShare(contenders), lanes, ceilings, hours, line, stopped, urgent, now);
        var admitted = round.upTo(most);
        turns.lookAgain(new ArrayList<>(round.exhausted()), urgent);
        if (admitted > 0) {
            turns.moved(urgent, round.share());
            round.write();
        }
        return admitted;
    }

    /** How long after it was let through a mail may still be begun. */
    public Duration claimValidity() {
        return config.claimValidity();
    }

    /**
     * A relay that could take mails now.
     *
     * @param room how many
     * @param weight its share beside the others
     * @param hourly its ceiling; 0 for none
     */
    public record Opening(String relay, int room, int weight, int hourly) {}
}
