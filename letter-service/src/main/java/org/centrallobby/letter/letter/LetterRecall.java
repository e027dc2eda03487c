package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/**
 * Takes letters back as long as no relay has them. One that is with the mail-service already is recalled when that service
 * says so: until then it is only known that it was asked, and if it was sent before the asking came, it was sent.
 */
@ApplicationScoped
class LetterRecall {
    private final LetterSteps steps;
    private final WriterNews news;
    private final MailRequests mails;

    LetterRecall(LetterSteps steps, WriterNews news, MailRequests mails) {
        this.steps = steps;
        this.news = news;
        this.mails = mails;
    }

    /**
     * Takes a letter back or asks for it; once more changes nothing.
     *
     * @param letter locked by this transaction
     * @return whether it is back, or may come back
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean of(Letter letter, RecallReason why) {
        return switch (letter.state()) {
            case HELD -> {
                letter.askForRecall(why, steps.now());
                steps.take(letter, LetterState.RECALLED, why.wireName());
                news.of(letter, LetterState.HELD);
                yield true;
            }
            case CONFIRMED, QUEUED, DEFERRED -> {
                ask(letter, why);
                yield true;
            }
            case RECALLED -> true;
            case AWAITING_CONFIRMATION, AWAITING_SENDER, SENT_BY_WRITER, SENT, SETTLED, LAPSED, BOUNCED, FAILED ->
                false;
        };
    }

    /** Why a letter in this state cannot be taken back. */
    static Failure refused(LetterState state) {
        return new Failure(
                ProblemType.LETTER_NOT_RECALLABLE,
                switch (state) {
                    case AWAITING_CONFIRMATION -> "Its writer has not confirmed it yet; it is not sent before that.";
                    case AWAITING_SENDER -> "Its writer has it and sends it themselves, or does not.";
                    case SENT, SETTLED, BOUNCED, SENT_BY_WRITER -> "It has been sent already.";
                    default -> "It was not sent and will not be.";
                });
    }

    private void ask(Letter letter, RecallReason why) {
        var mail = letter.mail();
        if (mail == null) {
            throw new IllegalStateException("Letter %s is on its way as no mail".formatted(letter.id()));
        }
        if (letter.recallAskedAt() == null) {
            mails.recall(mail);
        }
        letter.askForRecall(why, steps.now());
    }
}
