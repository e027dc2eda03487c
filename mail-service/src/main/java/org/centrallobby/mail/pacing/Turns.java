package org.centrallobby.mail.pacing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.pacing.FairShare.Contender;
import org.centrallobby.mail.sql.Database;

/** Whose turn it is, in the database. */
@ApplicationScoped
class Turns {
    /** More campaigns than that are never looked at in one go; those furthest behind come first. */
    private static final int MOST = 500;

    private final Database database;

    Turns(Database database) {
        this.database = database;
    }

    /** The campaigns of which something may go, those first whose turn it is. Their rows are locked, or left out for now. */
    List<Contender> ready(boolean urgent, Instant now, Pauses.Stopped stopped) {
        return database.list(
                """
                select turn.campaign, turn.organisation,
                       greatest(organisation.clock, everybody.reached) as organisation_clock,
                       greatest(turn.clock, organisation.reached) as campaign_clock
                  from campaign_turn turn
                  join organisation_turn organisation using (organisation, urgent)
                  join turn_reached everybody using (urgent)
                 where turn.urgent = ? and turn.ready_at <= ? and turn.ready_at < 'infinity'
                   and turn.campaign <> all (?::uuid[]) and turn.organisation <> all (?::uuid[])
                 order by organisation_clock, campaign_clock
                 limit ? for no key update of turn skip locked""",
                row -> new Contender(
                        row.getObject("campaign", UUID.class),
                        row.getObject("organisation", UUID.class),
                        row.getDouble("organisation_clock"),
                        row.getDouble("campaign_clock")),
                urgent,
                now,
                stopped.keys(PauseScope.CAMPAIGN),
                stopped.keys(PauseScope.ORGANISATION),
                MOST);
    }

    /** Writes down what the campaigns got. */
    void moved(boolean urgent, FairShare share) {
        var campaigns = share.contenders();
        database.change(
                """
                update campaign_turn turn set clock = new.clock
                  from unnest(?, ?) as new (campaign, clock)
                 where turn.campaign = new.campaign and turn.urgent = ? and turn.clock <> new.clock""",
                campaigns.stream().map(Contender::campaign).toArray(UUID[]::new),
                campaigns.stream().map(share::campaignClock).toArray(Double[]::new),
                urgent);
        var organisations = share.organisations();
        database.change(
                """
                update organisation_turn turn set clock = new.clock, reached = new.reached
                  from unnest(?, ?, ?) as new (organisation, clock, reached)
                 where turn.organisation = new.organisation and turn.urgent = ?
                   and (turn.clock <> new.clock or turn.reached <> new.reached)""",
                organisations.toArray(UUID[]::new),
                organisations.stream().map(share::organisationClock).toArray(Double[]::new),
                organisations.stream().map(share::reachedWithin).toArray(Double[]::new),
                urgent);
        database.change(
                "update turn_reached set reached = greatest(reached, ?) where urgent = ?", share.reached(), urgent);
    }

    /** Looks anew when something of these campaigns may go, whose lanes gave less than they were asked for. */
    void lookAgain(Collection<UUID> campaigns, boolean urgent) {
        if (!campaigns.isEmpty()) {
            database.change("""
                    update campaign_turn turn
                       set ready_at = coalesce((select min(lane.ready_at) from lane
                                                 where lane.campaign = turn.campaign and lane.urgent = turn.urgent
                                                   and lane.ready_at < 'infinity'), 'infinity')
                     where turn.campaign = any (?) and turn.urgent = ?""", campaigns.toArray(UUID[]::new), urgent);
        }
    }
}
