package org.centrallobby.bench;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.centrallobby.letter.similarity.Fingerprint;

/**
 * Letters by the hundred thousand, written straight into the service's tables with what belongs to them: fingerprints,
 * histories and notes for the counts. One letter that came through the API is the pattern: what is not said here they have
 * from it.
 */
final class MassLetters {
    /** So many texts go round; no two letters to one member have the same. */
    private static final int TEXTS = 10_000;

    /** An id of version 7 for a moment, as the service makes them: letters are listed in the order of their ids. */
    private static final String UUID_AT = """
            create or replace function pg_temp.uuid_at(timestamptz) returns uuid language sql as $$
                select (lpad(to_hex((extract(epoch from $1) * 1000)::bigint), 12, '0') || '7'
                    || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid $$""";

    private final Database database;
    private final Seats seats;

    MassLetters(Database database, Seats seats) {
        this.database = database;
        this.seats = seats;
    }

    /** How far the letters have come, with the time that each step took. */
    enum State {
        AWAITING_CONFIRMATION,
        SENT
    }

    /**
     * Adds letters to a campaign that has one.
     *
     * @param history whether each has its history and its notes for the counts
     */
    void add(UUID campaign, int count, State state, boolean history) {
        texts();
        database.execute(UUID_AT);
        var columns = columns(state);
        var others = new StringJoiner(", ");
        database.each(
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = 'letter'",
                column -> {
                    if (!columns.containsKey(column)) {
                        others.add(column);
                    }
                });
        database.execute("""
                begin;
                -- References are right by construction.
                set local session_replication_role = replica;
                create temporary table mass on commit drop as
                    select n, pg_temp.uuid_at(now() - interval '7 days' + n * interval '6 days' / %2$d) as id,
                           now() - interval '7 days' + n * interval '6 days' / %2$d as at from generate_series(1, %2$d) n;
                insert into letter (%3$s, %4$s)
                    select %5$s, %6$s from mass
                    join bench_text text on text.n = mass.n %% %7$d
                    join bench_seat place on place.n = mass.n %% %8$d
                    join seat on seat.constituency = place.constituency
                    cross join (select * from letter where campaign = '%1$s' order by id limit 1) pattern;
                %9$s
                commit;
                analyze letter; analyze letter_history; analyze letter_step_journal;""".formatted(
                        campaign,
                        count,
                        String.join(", ", columns.keySet()),
                        others,
                        String.join(", ", columns.values()),
                        "pattern." + others.toString().replace(", ", ", pattern."),
                        TEXTS,
                        Seats.COUNT,
                        history ? history(campaign, state) : ""));
    }

    private static Map<String, String> columns(State state) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("id", "mass.id");
        columns.put("constituency", "seat.constituency");
        columns.put("constituency_name", "seat.name");
        columns.put("member", "seat.member_id");
        columns.put("member_name", "seat.member_name");
        columns.put("salutation", "seat.salutation");
        columns.put("state", "'%s'".formatted(state));
        columns.put("written_at", "mass.at");
        columns.put("mailbox", "md5('mailbox' || mass.id)");
        columns.put("person", "md5('person' || mass.id)");
        columns.put("name", "'Ada Invented-' || mass.n");
        columns.put("email", "'mass' || mass.n || '@example.org'");
        columns.put("body", "text.body");
        columns.put("fingerprint", "text.fingerprint");
        columns.put("site", "'www.site-' || mass.n % 20 || '.example'");
        columns.put("channel", "(array['email', 'whatsapp', 'bluesky'])[1 + mass.n % 3]");
        columns.put("own_words", "mass.n % 101");
        columns.put("needs_person", "false");
        columns.put("page_token", "null");
        if (state == State.SENT) {
            columns.put("state_since", "mass.at + interval '3 minutes'");
            columns.put("deadline", "mass.at + interval '9 days'");
            columns.put("confirmed_at", "mass.at + interval '2 minutes'");
            columns.put("mail", "gen_random_uuid()");
            columns.put("text", "text.body");
            columns.put("bars", "true");
        } else {
            columns.put("state_since", "mass.at");
            columns.put("deadline", "mass.at + interval '14 days'");
            columns.put("confirmed_at", "null");
            columns.put("mail", "null");
            columns.put("text", "null");
            columns.put("bars", "false");
        }
        return columns;
    }

    /** Three steps each: written, confirmed, sent. */
    private static String history(UUID campaign, State state) {
        return state == State.AWAITING_CONFIRMATION ? "" : """
                create temporary table step (nth, from_state, to_state, after) on commit drop as
                    values (1, null, 'AWAITING_CONFIRMATION', interval '0'),
                           (2, 'AWAITING_CONFIRMATION', 'CONFIRMED', interval '2 minutes'),
                           (3, 'CONFIRMED', 'SENT', interval '3 minutes');
                insert into letter_history (letter, state, at)
                    select mass.id, step.to_state, mass.at + step.after from mass, step order by mass.n, step.nth;
                insert into letter_step_journal (campaign, constituency, member, site, channel, own_words, from_state,
                                                 to_state, at, written_at, confirmed_at, weight)
                    select letter.campaign, letter.constituency, letter.member, letter.site, letter.channel, letter.own_words,
                           step.from_state, step.to_state, mass.at + step.after, mass.at,
                           case when step.nth > 1 then mass.at + interval '2 minutes' end, 1
                    from mass join letter using (id), step where letter.campaign = '%s' order by mass.n, step.nth;""".formatted(campaign);
    }

    private void texts() {
        if (database.number("select count(*) from pg_class where relname = 'bench_text'") > 0) {
            return;
        }
        database.execute("""
                create unlogged table bench_text (n integer primary key, body text not null, fingerprint bytea not null);
                create unlogged table bench_seat (n integer primary key, constituency text not null);
                """);
        var lines = new StringBuilder();
        for (var text = 0; text < TEXTS; text++) {
            var body = seats.supporter(text).body();
            lines.append(text)
                    .append('\t')
                    .append(body.replace("\n", "\\n"))
                    .append("\t\\\\x")
                    .append(HexFormat.of().formatHex(Fingerprint.of(body).bytes()))
                    .append('\n');
        }
        database.copy("bench_text", lines.toString());
        lines.setLength(0);
        for (var seat = 0; seat < Seats.COUNT; seat++) {
            lines.append(seat).append('\t').append(seats.of(seat).code()).append('\n');
        }
        database.copy("bench_seat", lines.toString());
        database.execute("analyze bench_text; analyze bench_seat");
    }
}
