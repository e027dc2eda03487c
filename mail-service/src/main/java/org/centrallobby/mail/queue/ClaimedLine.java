package org.centrallobby.mail.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.mail.pacing.Line;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.mail.smtp.Reply;
import org.centrallobby.mail.sql.Database;

/** The line as one claim meets it: what is let through becomes the sender's. */
class ClaimedLine implements Line {
    private final Database database;
    private final UUID sender;
    private final long claimedAt = System.nanoTime();
    private final List<Claimed> claimed = new ArrayList<>();

    ClaimedLine(Database database, UUID sender) {
        this.database = database;
        this.sender = sender;
    }

    /** The inner query is materialised, as the planner may otherwise run it again and lock more rows than it returns. */
    @Override
    public Map<Long, Integer> take(Map<Long, Integer> rooms, Instant now) {
        var taken = database.list(
                """
                with picked as materialized (
                    select first.id, asked.lane, lane.destination
                      from unnest(?, ?) as asked (lane, room)
                      join lane on lane.id = asked.lane
                     cross join lateral (
                         select id from mail
                          where mail.lane = asked.lane and state in ('queued', 'deferred', 'uncertain') and next_at <= ?
                          order by next_at limit asked.room for no key update skip locked) as first)
                update mail set state = 'sending', claimed_by = ?, claimed_at = clock_timestamp(), changed_at = now()
                  from picked join content on content.mail = picked.id
                 where mail.id = picked.id
                returning mail.*, mail.expires_at <= now() as expired, picked.destination, content.*,\s""" + NotWrittenTo.HOLDS + " as suppressed",
                row -> new Claimed(
                        sender,
                        claimedAt,
                        row.getObject("id", UUID.class),
                        MailKind.of(row.getString("kind")),
                        row.getObject("organisation", UUID.class),
                        row.getObject("campaign", UUID.class),
                        row.getLong("lane"),
                        row.getString("destination"),
                        row.getBoolean("expired"),
                        row.getBoolean("suppressed"),
                        row.getInt("attempts"),
                        row.getBoolean("recall_asked"),
                        row.getBoolean("perhaps_sent"),
                        row.getString("last_reply") == null
                                ? null
                                : new Reply(
                                        Database.integer(row, "last_code"),
                                        row.getString("last_enhanced"),
                                        row.getString("last_reply")),
                        Content.of(row)),
                rooms.keySet().toArray(Long[]::new),
                rooms.values().toArray(Integer[]::new),
                now,
                sender);
        claimed.addAll(taken);
        var counts = new HashMap<Long, Integer>();
        taken.forEach(mail -> counts.merge(mail.lane(), 1, Integer::sum));
        return counts;
    }

    @Override
    public Map<Long, Instant> next(Collection<Long> lanes) {
        var next = new HashMap<Long, Instant>();
        database.list("""
                        select asked.lane, first.next_at
                          from unnest(?) as asked (lane)
                         cross join lateral (
                             select next_at from mail
                              where mail.lane = asked.lane and state in ('queued', 'deferred', 'uncertain')
                              order by next_at limit 1) as first""", row -> Map.entry(row.getLong("lane"), Database.moment(row, "next_at")), (Object)
                        lanes.toArray(Long[]::new))
                .forEach(entry -> next.put(entry.getKey(), entry.getValue()));
        return next;
    }

    /** Everything that was let through, in that order. */
    List<Claimed> claimed() {
        return claimed;
    }
}
