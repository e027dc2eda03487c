package org.centrallobby.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.e2e.chaos.Books.Account;
import org.centrallobby.e2e.chaos.Books.LetterRow;
import org.centrallobby.e2e.chaos.Books.MailRow;
import org.centrallobby.e2e.chaos.Finding.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An audit is worth as much as what it would find: books with one thing wrong each, and what is said of them. */
class AuditTest {
    private static final UUID LETTER = new UUID(1, 1);
    private static final UUID MAIL = new UUID(2, 1);
    private static final UUID CONFIRMATION = new UUID(3, 1);
    private static final Account ACCOUNT = new Account(1, true, LETTER, true, true, null);
    private static final LetterRow ROW = new LetterRow(LETTER, 1, "SENT", true, MAIL);
    private static final MailRow SENT = new MailRow(MAIL, "letter", "sent", false);
    private static final Arrival ARRIVAL = new Arrival(MAIL, true, 1);

    private final List<Account> accounts = new ArrayList<>(List.of(ACCOUNT));
    private final List<LetterRow> letters = new ArrayList<>(List.of(ROW));
    private final Set<UUID> asked = new HashSet<>(Set.of(MAIL, CONFIRMATION));
    private final List<MailRow> mails =
            new ArrayList<>(List.of(SENT, new MailRow(CONFIRMATION, "confirmation", "sent", false)));
    private final List<Arrival> arrivals = new ArrayList<>(List.of(ARRIVAL, new Arrival(CONFIRMATION, false, 1)));
    private final Map<String, Long> leftOver = new HashMap<>(Map.of("outbox of letters", 0L));
    private final Map<String, Long> statistics = new HashMap<>(Map.of("written", 1L, "confirmed", 1L, "sent", 1L));
    private final Set<String> logsNaming = new HashSet<>();
    private String datasetAfter = "dataset";

    @Test
    void nothingIsFoundWhereAllAccountsAgree() {
        assertThat(Audit.of(books())).isEmpty();
        assertThat(ledger())
                .extracting(
                        Ledger::accepted,
                        Ledger::confirmed,
                        Ledger::sent,
                        Ledger::arrived,
                        Ledger::doubled,
                        Ledger::lost,
                        Ledger::otherArrived)
                .containsExactly(1L, 1L, 1L, 1L, 0L, 0L, 1L);
    }

    @Test
    void aLetterThatIsCalledSentAndNeverArrivedIsLost() {
        arrivals.remove(ARRIVAL);
        finds(Kind.CALLED_SENT, MAIL);
        finds(Kind.LETTER_LOST, LETTER);
        assertThat(ledger().lost()).isPositive();
        assertThat(ledger().text()).contains("LETTER_LOST (1)", LETTER.toString());
    }

    @Test
    void anAcceptedLetterThatNobodyKnowsIsLost() {
        letters.clear();
        finds(Kind.LETTER_FORGOTTEN, LETTER);
    }

    @Test
    void aConfirmedLetterForWhichNoMailWasAskedIsLost() {
        only(new LetterRow(LETTER, 1, "CONFIRMED", true, null));
        finds(Kind.LETTER_LOST, LETTER);
    }

    @Test
    void aMailThatTheMailServiceHasNeverHeardOfIsLost() {
        mails.remove(SENT);
        arrivals.remove(ARRIVAL);
        finds(Kind.REQUEST_FORGOTTEN, MAIL);
        finds(Kind.LETTER_LOST, LETTER);
    }

    @Test
    void aConfirmationMailThatNeverArrivedIsLost() {
        arrivals.removeIf(arrival -> !arrival.toMember());
        finds(Kind.MAIL_LOST, CONFIRMATION);
        assertThat(ledger().otherLost()).isOne();
    }

    @Test
    void aLetterThatArrivesTwiceMustBeToldAsUncertain() {
        arrivals.add(ARRIVAL);
        finds(Kind.DOUBLED_UNTOLD, MAIL);

        only(new MailRow(MAIL, "letter", "sent", true));
        assertThat(Audit.of(books())).isEmpty();
        assertThat(ledger().doubled()).isOne();

        arrivals.add(ARRIVAL);
        finds(Kind.ARRIVED_THRICE, MAIL);
    }

    @Test
    void noLetterArrivesThatNobodyConfirmed() {
        accounts.set(0, new Account(1, true, LETTER, false, false, null));
        finds(Kind.UNCONFIRMED_ARRIVED, MAIL);
    }

    @Test
    void noLetterArrivesThatIsNotConfirmedAtTheLetterService() {
        only(new LetterRow(LETTER, 1, "AWAITING_CONFIRMATION", false, null));
        finds(Kind.UNCONFIRMED_ARRIVED, MAIL);
        finds(Kind.CONFIRMATION_FORGOTTEN, LETTER);
    }

    @Test
    void noLetterArrivesUnderTwoNames() {
        arrivals.add(new Arrival(CONFIRMATION, true, 1));
        finds(Kind.SENT_AS_TWO, CONFIRMATION);
    }

    @Test
    void nobodyHasTwoLetters() {
        var second = new UUID(1, 2);
        letters.add(new LetterRow(second, 1, "AWAITING_CONFIRMATION", false, null));
        finds(Kind.WRITTEN_TWICE, second);
    }

    @Test
    void whatArrivedIsNotCalledFailed() {
        only(new MailRow(MAIL, "letter", "failed", false));
        only(new LetterRow(LETTER, 1, "FAILED", true, MAIL));
        finds(Kind.CALLED_FAILED, MAIL);
    }

    @Test
    void whatArrivedIsNotStillInTheQueue() {
        only(new MailRow(MAIL, "letter", "deferred", false));
        only(new LetterRow(LETTER, 1, "DEFERRED", true, MAIL));
        finds(Kind.CALLED_UNSENT, MAIL);
    }

    @Test
    void bothServicesSayTheSame() {
        only(new LetterRow(LETTER, 1, "QUEUED", true, MAIL));
        finds(Kind.STATES_DIFFER, "letter %s QUEUED, mail sent".formatted(LETTER));
    }

    @Test
    void whatIsHeldInDoubtIsToldAndNotLost() {
        arrivals.remove(ARRIVAL);
        only(new MailRow(MAIL, "letter", "held", true));
        only(new LetterRow(LETTER, 1, "DEFERRED", true, MAIL));
        statistics.clear();
        assertThat(Audit.of(books())).isEmpty();
        assertThat(ledger().held()).isOne();
    }

    @Test
    void nothingIsSentThatNobodyAskedFor() {
        asked.remove(MAIL);
        finds(Kind.MAIL_UNASKED, MAIL);
    }

    @Test
    void whatNobodyWasToldMayExistAllTheSame() {
        accounts.set(0, new Account(1, true, null, false, false, null));
        only(new LetterRow(LETTER, 1, "AWAITING_CONFIRMATION", false, null));
        mails.remove(SENT);
        asked.remove(MAIL);
        arrivals.remove(ARRIVAL);
        statistics.clear();
        assertThat(Audit.of(books())).isEmpty();
        assertThat(ledger())
                .extracting(Ledger::unanswered, Ledger::unansweredKept)
                .containsExactly(1L, 1L);
    }

    @Test
    void theRestIsLookedAtToo() {
        leftOver.put("mail.delivery.v1.dlq", 2L);
        statistics.put("sent", 2L);
        datasetAfter = "another";
        accounts.add(new Account(2, true, null, false, false, "too-alike"));
        logsNaming.add("letters.log");
        finds(Kind.PERSON_LOGGED, "letters.log");
        finds(Kind.LEFT_OVER, "mail.delivery.v1.dlq 2");
        finds(Kind.COUNTED_WRONG, "sent: 2 told, 1 there");
        finds(Kind.DATASET_CHANGED, "the answers differ");
        finds(Kind.REFUSED, "supporter 2: too-alike");
    }

    private void only(LetterRow letter) {
        letters.clear();
        letters.add(letter);
        statistics.clear();
    }

    private void only(MailRow mail) {
        mails.removeIf(other -> other.id().equals(mail.id()));
        mails.add(mail);
        statistics.clear();
    }

    private void finds(Kind kind, @Nullable Object what) {
        assertThat(Audit.of(books()))
                .filteredOn(finding -> finding.kind() == kind)
                .flatExtracting(Finding::which)
                .contains(String.valueOf(what));
    }

    private Ledger ledger() {
        return Ledger.of(books());
    }

    private Books books() {
        return new Books(
                List.copyOf(accounts),
                List.copyOf(letters),
                Set.copyOf(asked),
                List.copyOf(mails),
                List.copyOf(arrivals),
                Map.copyOf(leftOver),
                Map.copyOf(statistics),
                Set.copyOf(logsNaming),
                "dataset",
                datasetAfter);
    }
}
