package org.centrallobby.mail.pacing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.mail.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * The lines in which mails wait. Whoever puts a mail in line says so here, last thing in its transaction: it then holds the
 * lane's row until it commits, and whoever finds the lane empty in the meantime looks again. Rows are locked in the order of
 * their ids, lanes before turns.
 */
@ApplicationScoped
public class Lanes {
    private static final int DAYS_UNUSED = 60;

    /** Stands in the table where a lane has no mailbox of its own. */
    private static final UUID NONE = new UUID(0, 0);

    private final Database database;

    Lanes(Database database) {
        this.database = database;
    }

    /** The numbers of these lanes, made where they are new; for mails that are put in line by this transaction. */
    public Map<Lane, Long> numbers(Collection<Lane> lanes) {
        var organisations = lanes.stream().map(Lane::organisation).toArray(UUID[]::new);
        var campaigns = lanes.stream().map(Lane::campaign).toArray(UUID[]::new);
        var urgent = lanes.stream().map(Lane::urgent).toArray(Boolean[]::new);
        var destinations = lanes.stream().map(Lane::destination).toArray(String[]::new);
        var mailboxes = lanes.stream()
                .map(lane -> lane.mailbox() == null ? NONE : lane.mailbox())
                .toArray(UUID[]::new);
        var numbers = known(organisations, campaigns, urgent, destinations, mailboxes);
        if (numbers.size() < lanes.size()) {
            database.change("""
                    insert into lane (organisation, campaign, urgent, destination, mailbox)
                    select distinct on (campaign, urgent, destination, mailbox) *
                      from unnest(?, ?, ?, ?, ?) as new (organisation, campaign, urgent, destination, mailbox)
                     order by campaign, urgent, destination, mailbox
                    on conflict (campaign, urgent, destination, mailbox) do update set organisation = excluded.organisation""", organisations, campaigns, urgent, destinations, mailboxes);
            database.change("""
                    insert into campaign_turn (campaign, urgent, organisation)
                    select distinct on (campaign, urgent) campaign, urgent, organisation
                      from unnest(?, ?, ?) as new (organisation, campaign, urgent)
                     order by campaign, urgent
                    on conflict (campaign, urgent) do update set organisation = excluded.organisation""", organisations, campaigns, urgent);
            database.change("""
                    insert into organisation_turn (organisation, urgent)
                    select distinct organisation, urgent from unnest(?, ?) as new (organisation, urgent)
                     order by 1, 2 on conflict do nothing""", organisations, urgent);
            numbers = known(organisations, campaigns, urgent, destinations, mailboxes);
        }
        return numbers;
    }

    private Map<Lane, Long> known(
            UUID[] organisations, UUID[] campaigns, Boolean[] urgent, String[] destinations, UUID[] mailboxes) {
        var numbers = new HashMap<Lane, Long>();
        database.list(
                        """
                        select asked.organisation, asked.campaign, asked.urgent, asked.destination, asked.mailbox, lane.id
                          from unnest(?, ?, ?, ?, ?) as asked (organisation, campaign, urgent, destination, mailbox)
                          join lane on lane.organisation = asked.organisation and lane.campaign = asked.campaign and lane.urgent = asked.urgent
                                   and lane.destination = asked.destination and lane.mailbox = asked.mailbox""",
                        row -> Map.entry(
                                new Lane(
                                        row.getObject("organisation", UUID.class),
                                        row.getObject("campaign", UUID.class),
                                        row.getBoolean("urgent"),
                                        row.getString("destination"),
                                        mailbox(row)),
                                row.getLong("id")),
                        organisations,
                        campaigns,
                        urgent,
                        destinations,
                        mailboxes)
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
        return numbers;
    }

    /** Something of these lanes may go from then on. */
    public void ready(Map<Long, Instant> lanes) {
        if (lanes.isEmpty()) {
            return;
        }
        var numbers = lanes.keySet().toArray(Long[]::new);
        var found = database.change("""
                with asked as (select * from unnest(?, ?) as asked (id, ready_at)),
                     locked as materialized (
                         select lane.id, asked.ready_at from lane join asked using (id) order by lane.id for no key update of lane)
                update lane set ready_at = least(lane.ready_at, locked.ready_at), used_on = current_date
                  from locked where lane.id = locked.id""", numbers, lanes.values().toArray(Instant[]::new));
        if (found < numbers.length) {
            // Swept away as unused between two statements: the whole is done again and makes it anew.
            throw new IllegalStateException("A lane is gone");
        }
        database.change("""
                with asked as (
                         select campaign, urgent, min(ready_at) as ready_at from lane where id = any (?) group by 1, 2),
                     locked as materialized (
                         select turn.campaign, turn.urgent, asked.ready_at
                           from campaign_turn turn join asked using (campaign, urgent)
                          order by 1, 2 for no key update of turn)
                update campaign_turn set ready_at = least(campaign_turn.ready_at, locked.ready_at)
                  from locked where campaign_turn.campaign = locked.campaign and campaign_turn.urgent = locked.urgent""", (Object) numbers);
    }

    /** Everything that waits for that domain is looked at again. */
    void wake(String destination) {
        wake("destination = ?", destination);
    }

    /** Everything that waits for that mailbox is looked at again. */
    void wake(UUID mailbox) {
        wake("mailbox = ?", mailbox);
    }

    private void wake(String which, Object key) {
        var waiting = new HashMap<Long, Instant>();
        database.list(
                        "select id, clock_timestamp() as now from lane where ready_at < 'infinity' and " + which,
                        row -> Map.entry(row.getLong("id"), Database.moment(row, "now")),
                        key)
                .forEach(entry -> waiting.put(entry.getKey(), entry.getValue()));
        ready(waiting);
    }

    /**
     * Lanes of these campaigns of which something may go, locked; lanes that somebody else holds are left out for now.
     *
     * @param counts of each campaign at most that many lanes
     */
    List<ReadyLane> take(UUID[] campaigns, Integer[] counts, boolean urgent, Instant now) {
        return database.list(
                """
                select lane.id, lane.campaign, lane.destination, lane.mailbox
                  from unnest(?, ?) as asked (campaign, count)
                 cross join lateral (
                     select * from lane
                      where lane.campaign = asked.campaign and lane.urgent = ? and lane.ready_at <= ? and lane.ready_at < 'infinity'
                      order by lane.ready_at limit asked.count for no key update skip locked) as lane""",
                row -> new ReadyLane(
                        row.getLong("id"),
                        row.getObject("campaign", UUID.class),
                        row.getString("destination"),
                        mailbox(row)),
                campaigns,
                counts,
                urgent,
                now);
    }

    /** Nothing of these locked lanes goes before then; for lanes at {@link Instant#MAX} nothing waits. */
    void put(Map<Long, Instant> lanes) {
        database.change("""
                update lane set ready_at = new.ready_at
                  from unnest(?, ?) as new (id, ready_at) where lane.id = new.id""", lanes.keySet().toArray(Long[]::new), lanes.values().toArray(Instant[]::new));
    }

    private static @Nullable UUID mailbox(ResultSet row) throws SQLException {
        var mailbox = row.getObject("mailbox", UUID.class);
        return NONE.equals(mailbox) ? null : mailbox;
    }

    /**
     * Forgets lanes in which nothing was put for longer than any mail lives, with the turns of campaigns that have none left.
     * What somebody holds is just being used and is left out. The turns of organisations stay, two of each at most: nobody
     * who counts on one holds it.
     */
    int forget(int count) {
        var forgotten = database.change("""
                delete from lane where id = any (array(
                    select id from lane where ready_at = 'infinity' and used_on < current_date - ? limit ?
                       for update skip locked))""", DAYS_UNUSED, count);
        if (forgotten < count) {
            forgetCampaigns(count);
        }
        return forgotten;
    }

    private void forgetCampaigns(int count) {
        var campaigns = new ArrayList<UUID>();
        var urgent = new ArrayList<Boolean>();
        database.list("""
                        select campaign, urgent from campaign_turn turn
                         where turn.ready_at = 'infinity' and not exists (
                             select 1 from lane where lane.campaign = turn.campaign and lane.urgent = turn.urgent)
                         limit ? for update skip locked""", row -> Map.entry(row.getObject("campaign", UUID.class), row.getBoolean("urgent")), count)
                .forEach(turn -> {
                    campaigns.add(turn.getKey());
                    urgent.add(turn.getValue());
                });
        // Whoever makes a lane holds the turn of its campaign. Only another statement sees lanes that were made just
        // before the turns were got hold of.
        database.change("""
                delete from campaign_turn turn using unnest(?, ?) as held (campaign, urgent)
                 where turn.campaign = held.campaign and turn.urgent = held.urgent and not exists (
                     select 1 from lane where lane.campaign = turn.campaign and lane.urgent = turn.urgent)""", campaigns.toArray(UUID[]::new), urgent.toArray(Boolean[]::new));
    }

    /** A locked lane of which something waits. */
    record ReadyLane(
            long id,
            UUID campaign,
            String destination,
            @Nullable UUID mailbox) {}
}
