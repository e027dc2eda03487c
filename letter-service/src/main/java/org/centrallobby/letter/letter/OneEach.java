package org.centrallobby.letter.letter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Supplier;
import org.centrallobby.letter.supporter.Person;
import org.hibernate.exception.ConstraintViolationException;

/**
 * One letter from each person to a member in a campaign. A letter that was confirmed by mail takes the place of one that its
 * writer is said to have sent themselves: that can be said by anybody in anybody's name, and must bar nobody's way.
 */
@ApplicationScoped
public class OneEach {
    /** Why a letter counts no longer that its writer sent themselves. */
    static final String REPLACED = "replaced";

    private final Letters letters;
    private final LetterSteps steps;

    OneEach(Letters letters, LetterSteps steps) {
        this.letters = letters;
        this.steps = steps;
    }

    /** Whether a letter of the person counts, whichever way it went. */
    boolean isTaken(UUID campaign, int member, Person person) {
        return letters.barring(campaign, member, person).isPresent();
    }

    /** Whether a letter of the person counts that they confirmed by mail. */
    boolean isConfirmed(UUID campaign, int member, Person person) {
        return letters.barring(campaign, member, person)
                .filter(barring -> barring.way() == Way.PLATFORM)
                .isPresent();
    }

    /**
     * Makes room for a letter whose writer has confirmed it; false where a confirmed one stands there already.
     *
     * @param member to whom it is about to go
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean claim(Letter letter, int member) {
        var barring = letters.barring(letter.campaign(), member, letter.person());
        if (barring.isEmpty()) {
            return true;
        }
        if (barring.get().way() == Way.PLATFORM) {
            return false;
        }
        letters.locked(barring.get().id()).ifPresent(other -> {
            steps.take(other, LetterState.RECALLED, REPLACED);
            // Before the other one takes the place: the database sees to it that there is one.
            letters.flush();
        });
        return true;
    }

    /**
     * Does something about a letter in a transaction of its own. Two letters of one person may be counted at the same moment:
     * the database lets one of them through, and the other is tried again and finds it.
     */
    public static <T> T inTransaction(Supplier<T> attempt) {
        try {
            return QuarkusTransaction.requiringNew().call(attempt::get);
        } catch (RuntimeException e) {
            if (!isConflict(e)) {
                throw e;
            }
            return QuarkusTransaction.requiringNew().call(attempt::get);
        }
    }

    private static boolean isConflict(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
