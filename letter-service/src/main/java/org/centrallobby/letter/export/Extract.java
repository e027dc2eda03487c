package org.centrallobby.letter.export;

import static org.centrallobby.letter.export.Column.Kind.CONSTANT;
import static org.centrallobby.letter.export.Column.Kind.NUMBER;
import static org.centrallobby.letter.export.Column.Kind.OURS;
import static org.centrallobby.letter.export.Column.Kind.TIME;
import static org.centrallobby.letter.export.Column.Kind.TYPED;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be exported of a campaign. Its lines come in the order in which they last changed. */
enum Extract {
    /** How letters stand; nobody's data. */
    LETTERS("letters", 5_000, "letter l", "l.campaign", Extract.CHANGED, "l.id", letters()),
    /**
     * The same with what is in them and whose they are, for those who answer for them. It is no list to write to: the
     * e-mail address is there only where its owner agreed to hear from the organisation.
     */
    CONTENT(
            "letters",
            200,
            "letter l left join consent k on k.letter = l.id and k.given and k.withdrawn_at is null",
            "l.campaign",
            Extract.CHANGED,
            "l.id",
            Stream.concat(letters().stream(), content().stream()).toList()),
    /** Who agreed to hear from the organisation and has not taken it back, with what proves it. */
    SUPPORTERS(
            "supporters",
            1_000,
            "(select * from consent where given and withdrawn_at is null and email is not null) k",
            "k.campaign",
            "k.confirmed_at",
            "k.letter",
            List.of(
                    new Column("letter", "k.letter", OURS),
                    new Column("name", "k.name", TYPED),
                    new Column("email", "k.email", TYPED),
                    new Column("consentMode", "k.mode", CONSTANT),
                    new Column("wording", "k.wording", TYPED),
                    new Column("chosenAt", "k.chosen_at", TIME),
                    new Column("confirmedAt", "k.confirmed_at", TIME)));

    /** As the index has it: a letter that is found to be nobody's may take no step. */
    private static final String CHANGED = "greatest(l.state_since, l.invalidated_at)";

    private final String file;
    private final int page;
    private final List<Column> columns;
    private final String query;

    Extract(String file, int page, String from, String campaign, String changed, String id, List<Column> columns) {
        this.file = file;
        this.page = page;
        this.columns = columns;
        this.query = "select %s, %s, %s from %s where %s = ? and (%s, %s) > (?, ?)%%s order by %s, %s limit %d"
                .formatted(
                        columns.stream().map(Column::source).collect(Collectors.joining(", ")),
                        changed,
                        id,
                        from,
                        campaign,
                        changed,
                        id,
                        changed,
                        id,
                        page);
    }

    private static List<Column> letters() {
        return List.of(
                new Column("id", "l.id", OURS),
                new Column("constituency", "l.constituency", OURS),
                new Column("constituencyName", "l.constituency_name", OURS),
                new Column("member", "l.member", NUMBER),
                new Column("memberName", "l.member_name", OURS),
                new Column("state", "l.state", CONSTANT),
                new Column("stateSince", "l.state_since", TIME),
                new Column("writtenAt", "l.written_at", TIME),
                new Column("confirmedAt", "l.confirmed_at", TIME),
                new Column("site", "l.site", TYPED),
                new Column("channel", "l.channel", TYPED),
                new Column("ownWords", "l.own_words", NUMBER),
                new Column("invalidatedAt", "l.invalidated_at", TIME),
                new Column("ownMailbox", "case when l.state = 'SENT_BY_WRITER' then l.reason end", OURS));
    }

    private static List<Column> content() {
        return List.of(
                new Column("subject", "l.subject", TYPED),
                new Column("body", "l.body", TYPED),
                new Column("text", "l.text", TYPED),
                new Column("name", "l.name", TYPED),
                new Column("email", "k.email", TYPED));
    }

    /** The first word of the file's name. */
    String file() {
        return file;
    }

    boolean isPersonal() {
        return this != LETTERS;
    }

    /** How many rows are fetched at a time: some hundred kilobytes. */
    int page() {
        return page;
    }

    List<Column> columns() {
        return columns;
    }

    /**
     * Selects the columns and behind them time and id of each row, for a campaign and the time and id behind which the
     * page begins.
     */
    String query(boolean ofOneState) {
        return query.formatted(ofOneState ? " and l.state = ?" : "");
    }
}
