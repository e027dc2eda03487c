package org.centrallobby.e2e.chaos;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.centrallobby.e2e.chaos.Books.LetterRow;
import org.centrallobby.e2e.chaos.Books.MailRow;
import org.centrallobby.e2e.chaos.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Holds all accounts against each other, letter by letter and mail by mail, and names whatever does not fit. */
final class Audit {
    static final Set<String> SENT = Set.of("sent", "settled", "bounced");
    static final Set<String> ENDED_UNSENT = Set.of("failed", "suppressed", "cancelled", "recalled");
    static final Set<String> WAITING = Set.of("queued", "deferred", "uncertain", "sending");

    /** What the letter-service calls a letter whose mail stands so; where nothing moves any more there is one way for each. */
    private static final Map<String, Set<String>> STATES = Map.ofEntries(
            Map.entry("queued", Set.of("QUEUED")),
            Map.entry("deferred", Set.of("DEFERRED")),
            Map.entry("uncertain", Set.of("DEFERRED")),
            Map.entry("held", Set.of("DEFERRED")),
            Map.entry("sending", Set.of("CONFIRMED", "QUEUED", "DEFERRED")),
            Map.entry("sent", Set.of("SENT")),
            Map.entry("settled", Set.of("SETTLED")),
            Map.entry("bounced", Set.of("BOUNCED")),
            Map.entry("failed", Set.of("FAILED")),
            Map.entry("suppressed", Set.of("FAILED")),
            Map.entry("cancelled", Set.of("FAILED")),
            Map.entry("recalled", Set.of("RECALLED")));

    private final Books books;
    private final Map<UUID, MailRow> mails;
    private final Map<UUID, Long> arrivals;
    private final Map<Kind, TreeSet<String>> found = new EnumMap<>(Kind.class);

    private Audit(Books books) {
        this.books = books;
        this.mails = books.mails().stream().collect(Collectors.toMap(MailRow::id, Function.identity()));
        this.arrivals = books.arrivals().stream().collect(Collectors.groupingBy(Arrival::mail, Collectors.counting()));
    }

    /** Everything that does not fit; empty where all is well. */
    static List<Finding> of(Books books) {
        var audit = new Audit(books);
        audit.accounts();
        audit.letters();
        audit.requests();
        books.mails().forEach(audit::mail);
        audit.offices();
        audit.rest();
        return audit.found.entrySet().stream()
                .map(entry -> new Finding(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private void accounts() {
        var rows = books.letters().stream().collect(Collectors.toMap(LetterRow::id, Function.identity()));
        for (var account : books.accounts()) {
            if (account.refusal() != null) {
                note(Kind.REFUSED, "supporter %d: %s".formatted(account.number(), account.refusal()));
            }
            var row = account.letter() == null ? null : rows.get(account.letter());
            if (account.letter() != null && row == null) {
                note(Kind.LETTER_FORGOTTEN, account.letter());
            }
            if (account.confirmed() && row != null && !row.confirmed()) {
                note(Kind.CONFIRMATION_FORGOTTEN, row.id());
            }
        }
    }

    private void letters() {
        var writers = new HashMap<Integer, UUID>();
        for (var letter : books.letters()) {
            if (writers.putIfAbsent(letter.writer(), letter.id()) != null) {
                note(Kind.WRITTEN_TWICE, letter.id());
            }
            if (letter.confirmed()) {
                confirmed(letter);
            }
        }
    }

    private void confirmed(LetterRow letter) {
        var mail = letter.mail() == null ? null : mails.get(letter.mail());
        if (letter.mail() == null) {
            if (!letter.state().equals("HELD")) {
                note(Kind.LETTER_LOST, letter.id());
            }
        } else if (mail == null) {
            note(Kind.LETTER_LOST, letter.id());
        } else {
            if (isLost(mail)) {
                note(Kind.LETTER_LOST, letter.id());
            }
            if (!STATES.getOrDefault(mail.state(), Set.of()).contains(letter.state())) {
                note(Kind.STATES_DIFFER, "letter %s %s, mail %s".formatted(letter.id(), letter.state(), mail.state()));
            }
        }
    }

    private void requests() {
        books.asked().stream()
                .filter(asked -> !mails.containsKey(asked))
                .forEach(asked -> note(Kind.REQUEST_FORGOTTEN, asked));
        mails.keySet().stream()
                .filter(mail -> !books.asked().contains(mail))
                .forEach(mail -> note(Kind.MAIL_UNASKED, mail));
        arrivals.keySet().stream()
                .filter(mail -> !mails.containsKey(mail))
                .forEach(mail -> note(Kind.MAIL_UNASKED, mail));
    }

    private void mail(MailRow mail) {
        var times = arrivals(mail.id());
        if (times == 0 && SENT.contains(mail.state())) {
            note(Kind.CALLED_SENT, mail.id());
        }
        if (isLost(mail) && !mail.kind().equals("letter")) {
            note(Kind.MAIL_LOST, mail.id());
        }
        if (times > 0 && !mail.uncertain()) {
            if (ENDED_UNSENT.contains(mail.state())) {
                note(Kind.CALLED_FAILED, mail.id());
            } else if (!SENT.contains(mail.state())) {
                note(Kind.CALLED_UNSENT, mail.id());
            }
        }
        if (times > 1 && !mail.uncertain()) {
            note(Kind.DOUBLED_UNTOLD, mail.id());
        }
        if (times > 2) {
            note(Kind.ARRIVED_THRICE, mail.id());
        }
    }

    /** What came to the MPs: of each writer one letter, and only of those who confirmed it. */
    private void offices() {
        var accounts = books.accounts().stream().collect(Collectors.toMap(Books.Account::number, Function.identity()));
        var unconfirmed = books.letters().stream()
                .filter(letter -> !letter.confirmed())
                .map(LetterRow::writer)
                .collect(Collectors.toSet());
        var byWriter = new HashMap<Integer, UUID>();
        for (var arrival : books.arrivals()) {
            if (arrival.toMember()) {
                var account = accounts.get(arrival.writer());
                if (account == null || !account.clicked() || unconfirmed.contains(arrival.writer())) {
                    note(Kind.UNCONFIRMED_ARRIVED, arrival.mail());
                }
                var first = byWriter.putIfAbsent(arrival.writer(), arrival.mail());
                if (first != null && !first.equals(arrival.mail())) {
                    note(Kind.SENT_AS_TWO, arrival.mail());
                }
            }
        }
    }

    private void rest() {
        books.leftOver().forEach((place, count) -> {
            if (count > 0) {
                note(Kind.LEFT_OVER, "%s %d".formatted(place, count));
            }
        });
        var counted = counted(books.letters());
        books.statistics().forEach((name, told) -> {
            var truth = counted.getOrDefault(name, told);
            if (!truth.equals(told)) {
                note(Kind.COUNTED_WRONG, "%s: %d told, %d there".formatted(name, told, truth));
            }
        });
        books.logsNaming().forEach(log -> note(Kind.PERSON_LOGGED, log));
        if (!books.datasetBefore().equals(books.datasetAfter())) {
            note(Kind.DATASET_CHANGED, "the answers differ");
        }
    }

    /** What the statistics must say of these letters. */
    static Map<String, Long> counted(List<LetterRow> letters) {
        return Map.of(
                "written",
                (long) letters.size(),
                "confirmed",
                letters.stream().filter(LetterRow::confirmed).count(),
                "awaitingConfirmation",
                in(letters, Set.of("AWAITING_CONFIRMATION")),
                "sent",
                in(letters, Set.of("SENT", "SETTLED", "BOUNCED")),
                "held",
                in(letters, Set.of("HELD")),
                "onTheirWay",
                in(letters, Set.of("CONFIRMED", "QUEUED", "DEFERRED")),
                "failed",
                in(letters, Set.of("FAILED")),
                "bounced",
                in(letters, Set.of("BOUNCED")),
                "recalled",
                in(letters, Set.of("RECALLED")),
                "lapsed",
                in(letters, Set.of("LAPSED")));
    }

    private static long in(List<LetterRow> letters, Set<String> states) {
        return letters.stream()
                .filter(letter -> states.contains(letter.state()))
                .count();
    }

    /** Whether nothing arrived, nothing is tried any more, and nobody is told so. */
    private boolean isLost(MailRow mail) {
        return arrivals(mail.id()) == 0
                && !WAITING.contains(mail.state())
                && !ENDED_UNSENT.contains(mail.state())
                && !mail.state().equals("held");
    }

    private long arrivals(UUID mail) {
        return arrivals.getOrDefault(mail, 0L);
    }

    private void note(Kind kind, @Nullable Object what) {
        found.computeIfAbsent(kind, first -> new TreeSet<>()).add(String.valueOf(what));
    }
}
