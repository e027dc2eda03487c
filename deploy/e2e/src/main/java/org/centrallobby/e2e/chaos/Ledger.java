package org.centrallobby.e2e.chaos;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.centrallobby.e2e.chaos.Books.LetterRow;
import org.centrallobby.e2e.chaos.Books.MailRow;
import org.centrallobby.e2e.chaos.Finding.Kind;

/**
 * What became of all letters, in numbers.
 *
 * @param supporters how many came
 * @param accepted whose letter was taken, as they were told
 * @param unanswered who tried to hand one in and were never told: they gave up
 * @param unansweredKept of how many of those the letter is there all the same
 * @param confirmed letters that are confirmed
 * @param unconfirmed letters that nobody confirmed
 * @param sent letters that are called sent
 * @param arrived letters that came to an MP's, each counted once
 * @param doubled letters that came there twice, told as uncertain
 * @param held letters in doubt that are left to the operator
 * @param failed letters that were given up, which their writers are told
 * @param waiting letters that are still tried
 * @param lost letters of which none of this is true
 * @param otherMails confirmations, copies and the like that were asked for
 * @param otherArrived how many of them arrived
 * @param otherDoubled how many of them twice
 * @param otherLost how many of them neither arrived nor are accounted for
 */
record Ledger(
        long supporters,
        long accepted,
        long unanswered,
        long unansweredKept,
        long confirmed,
        long unconfirmed,
        long sent,
        long arrived,
        long doubled,
        long held,
        long failed,
        long waiting,
        long lost,
        long otherMails,
        long otherArrived,
        long otherDoubled,
        long otherLost,
        List<Finding> findings) {
    private static final Set<Kind> LOSSES =
            Set.of(Kind.LETTER_LOST, Kind.LETTER_FORGOTTEN, Kind.REQUEST_FORGOTTEN, Kind.CALLED_SENT);

    static Ledger of(Books books) {
        var findings = Audit.of(books);
        var writers = books.letters().stream().map(LetterRow::writer).collect(Collectors.toSet());
        var unanswered = books.accounts().stream()
                .filter(account -> account.wrote() && account.letter() == null)
                .toList();
        var letterMails = books.letters().stream().map(LetterRow::mail).collect(Collectors.toSet());
        var letters = books.mails().stream()
                .filter(mail -> letterMails.contains(mail.id()))
                .toList();
        var others = books.mails().stream()
                .filter(mail -> !letterMails.contains(mail.id()))
                .toList();
        var once = new HashSet<UUID>();
        var twice = books.arrivals().stream()
                .map(Arrival::mail)
                .filter(mail -> !once.add(mail))
                .collect(Collectors.toSet());
        return new Ledger(
                books.accounts().size(),
                books.accounts().stream()
                        .filter(account -> account.letter() != null)
                        .count(),
                unanswered.size(),
                unanswered.stream()
                        .filter(account -> writers.contains(account.number()))
                        .count(),
                books.letters().stream().filter(LetterRow::confirmed).count(),
                books.letters().stream().filter(letter -> !letter.confirmed()).count(),
                in(letters, Audit.SENT),
                books.arrivals().stream()
                        .filter(Arrival::toMember)
                        .map(Arrival::mail)
                        .distinct()
                        .count(),
                letters.stream().filter(mail -> twice.contains(mail.id())).count(),
                in(letters, Set.of("held"))
                        + books.letters().stream()
                                .filter(letter -> letter.state().equals("HELD"))
                                .count(),
                in(letters, Audit.ENDED_UNSENT),
                in(letters, Audit.WAITING),
                lost(findings, LOSSES),
                others.size(),
                others.stream().filter(mail -> once.contains(mail.id())).count(),
                others.stream().filter(mail -> twice.contains(mail.id())).count(),
                lost(findings, Set.of(Kind.MAIL_LOST)),
                findings);
    }

    private static long in(List<MailRow> mails, Set<String> states) {
        return mails.stream().filter(mail -> states.contains(mail.state())).count();
    }

    private static long lost(List<Finding> findings, Set<Kind> kinds) {
        return findings.stream()
                .filter(finding -> kinds.contains(finding.kind()))
                .flatMap(finding -> finding.which().stream())
                .distinct()
                .count();
    }

    /** Whether nothing was lost and everybody's account is the same. */
    boolean isClean() {
        return findings.isEmpty();
    }

    /** The table for people, in Markdown, and every finding below it. */
    String text() {
        var table = """
                | letters | |
                |---|---:|
                | supporters who came | %,d |
                | accepted, as they were told | %,d |
                | given up before they handed it in | %,d |
                | handed in and never told, given up (of these kept all the same) | %,d (%,d) |
                | confirmed | %,d |
                | never confirmed, and never sent | %,d |
                | sent | %,d |
                | arrived | %,d |
                | doubled: one Message-ID, told as uncertain | %,d |
                | in doubt, held for the operator | %,d |
                | failed, and told so | %,d |
                | still waiting | %,d |
                | **lost** | **%,d** |
                | other mails (confirmations, copies): asked for, arrived, doubled, lost | %,d, %,d, %,d, %,d |
                | **contradictions** | **%,d** |
                """.formatted(
                        supporters,
                        accepted,
                        supporters - accepted - unanswered,
                        unanswered,
                        unansweredKept,
                        confirmed,
                        unconfirmed,
                        sent,
                        arrived,
                        doubled,
                        held,
                        failed,
                        waiting,
                        lost,
                        otherMails,
                        otherArrived,
                        otherDoubled,
                        otherLost,
                        findings.stream()
                                .filter(finding -> !LOSSES.contains(finding.kind()) && finding.kind() != Kind.MAIL_LOST)
                                .mapToLong(finding -> finding.which().size())
                                .sum());
        return table + findings.stream().map(finding -> "\n" + finding.text()).collect(Collectors.joining());
    }

    /** A line a kind of fault and part: how often it was done, and its longest outage. */
    static String text(List<Faults.Done> done) {
        var lines = done.stream()
                .collect(Collectors.groupingBy(
                        each -> "| %s %s"
                                .formatted(
                                        each.fault().target().title(),
                                        each.fault().kind().title()),
                        java.util.TreeMap::new,
                        Collectors.summarizingLong(each -> each.outage().toMillis())));
        return "| fault | times | longest, s |\n|---|---:|---:|\n"
                + lines.entrySet().stream()
                        .map(line -> "%s | %d | %s |"
                                .formatted(
                                        line.getKey(),
                                        line.getValue().getCount(),
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f",
                                                line.getValue().getMax() / 1e3)))
                        .collect(Collectors.joining("\n"));
    }
}
