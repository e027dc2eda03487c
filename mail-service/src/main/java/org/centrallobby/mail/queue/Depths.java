package org.centrallobby.mail.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.centrallobby.mail.sql.Database;

/** How much there is of what: an operator's questions, each of which reads as much as it counts. */
@ApplicationScoped
class Depths {
    /** Each part has an index that holds what it counts and nothing that is finished. */
    static final String OPEN = """
            select state, count(*) as mails from mail where state in ('queued', 'deferred', 'uncertain') group by state
            union all select 'sending', count(*) from mail where state = 'sending'
            union all select 'held', count(*) from mail where state = 'held'""";

    static final String WAITING = """
            select (select count(*) from mail where state in ('queued', 'deferred', 'uncertain'))
                 + (select count(*) from mail where state = 'sending') as mails""";
    static final String OLDEST = """
            select coalesce(extract(epoch from now() - least(
                       (select min(queued_at) from mail where state in ('queued', 'deferred', 'uncertain')),
                       (select min(queued_at) from mail where state = 'sending'))), 0) as age""";

    private final Database database;

    Depths(Database database) {
        this.database = database;
    }

    /** How many mails there are in each state that is {@linkplain MailState#isOpen open}; none is left out. */
    Map<MailState, Long> open() {
        return counts(OPEN, MailState::isOpen);
    }

    /** How many mails there are in each state; none is left out. Reads every mail that is kept: where there are millions that takes seconds. */
    Map<MailState, Long> all() {
        return counts("select state, count(*) as mails from mail group by state", state -> true);
    }

    private Map<MailState, Long> counts(String query, Predicate<MailState> shown) {
        var counts = new EnumMap<MailState, Long>(MailState.class);
        Arrays.stream(MailState.values()).filter(shown).forEach(state -> counts.put(state, 0L));
        database.list(query, row -> Map.entry(MailState.of(row.getString("state")), row.getLong("mails")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** The domains for which most mails wait, at most that many. */
    List<DepthView> byDestination(int count) {
        return waiting("lane.destination", count);
    }

    /** The campaigns of which most mails wait, at most that many. */
    List<DepthView> byCampaign(int count) {
        return waiting("lane.campaign", count);
    }

    /** The organisations of which most mails wait, at most that many. */
    List<DepthView> byOrganisation(int count) {
        return waiting("lane.organisation", count);
    }

    private List<DepthView> waiting(String what, int count) {
        return database.list(
                """
                with depth as materialized (
                    select lane, count(*) as mails, count(*) filter (where state <> 'queued') as tried, min(queued_at) as since
                      from mail where state in ('queued', 'deferred', 'uncertain') group by lane)
                select cast(%1$s as text) as key, sum(depth.mails) as mails, sum(depth.tried) as tried,
                       extract(epoch from now() - min(depth.since)) as age
                  from depth join lane on lane.id = depth.lane
                 group by %1$s order by 2 desc, 1 limit ?""".formatted(what),
                row -> new DepthView(
                        row.getString("key"), row.getLong("mails"), row.getLong("tried"), row.getLong("age")),
                count);
    }

    /** How many mails wait or are being sent. */
    long waiting() {
        return database.one(WAITING, row -> row.getLong("mails"));
    }

    /** How many seconds ago the mail came that has waited longest; 0 where none waits. */
    long oldestSeconds() {
        return database.one(OLDEST, row -> row.getLong("age"));
    }
}
