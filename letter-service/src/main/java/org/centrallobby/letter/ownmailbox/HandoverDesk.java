package org.centrallobby.letter.ownmailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;
import org.centrallobby.letter.letter.Handovers;
import org.centrallobby.letter.letter.LetterSending;
import org.centrallobby.letter.letter.OneEach;
import org.centrallobby.letter.letter.SentMark;
import org.centrallobby.letter.letter.Token;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/**
 * Where it is learned that a writer has sent a letter. What it answers depends on the handover alone and not on what becomes of
 * the letter: nobody learns here whether one was kept, and so who has written before.
 */
@ApplicationScoped
public class HandoverDesk implements Handovers {
    private final HandoverRows rows;
    private final CopyAddresses addresses;
    private final LetterSending letters;
    private final InstantSource clock;

    HandoverDesk(HandoverRows rows, CopyAddresses addresses, LetterSending letters, InstantSource clock) {
        this.rows = rows;
        this.addresses = addresses;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Key open(UUID letter, Instant expiresAt) {
        var token = Token.random();
        rows.persist(new Handover(letter, token, expiresAt));
        return new Key(token, addresses.of(letter));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID letter) {
        rows.deleteById(letter);
    }

    @Override
    public long count(Collection<UUID> letters) {
        return rows.count("letter in ?1", letters);
    }

    /**
     * The writer says that they have sent a letter; once more does no harm.
     *
     * @throws Failure where there is no such letter, or it comes too late
     */
    public void said(UUID letter, String token) {
        var counts = OneEach.inTransaction(
                () -> rows.locked(letter).filter(row -> row.opensWith(token)).map(row -> note(row, SentMark.SAID)));
        if (!counts.orElseThrow(HandoverDesk::unknown)) {
            throw new Failure(
                    ProblemType.CONFIRMATION_EXPIRED,
                    "The time to say so is over, and the letter has been deleted here. If you have sent it, it has arrived all the"
                            + " same: only the campaign does not count it.");
        }
    }

    /**
     * A copy of a letter has come to its address. Whose mailbox it came from is not asked: a sender's address proves nothing, and
     * nobody knows this one but whom the letter was given to. One that comes too late is passed over, as the letter is deleted.
     */
    public void copied(UUID letter) {
        OneEach.inTransaction(() -> rows.locked(letter).map(row -> note(row, SentMark.COPY)));
    }

    private boolean note(Handover row, SentMark mark) {
        var counts = row.sent(clock.instant());
        if (counts) {
            letters.sent(row.letter(), mark);
        }
        return counts;
    }

    private static Failure unknown() {
        return new Failure(
                ProblemType.UNKNOWN_LETTER,
                "We do not know this letter, or it is not one that its writer sends themselves.");
    }
}
