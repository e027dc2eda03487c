package org.centrallobby.letter.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.centrallobby.letter.letter.LetterConfirming;
import org.centrallobby.letter.letter.LetterPage;
import org.centrallobby.letter.letter.LetterPages;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.OneEach;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;

/** Where a writer confirms a letter. Whatever stands in the way is thrown as a {@link Failure}. */
@ApplicationScoped
public class ConfirmationDesk {
    private final ConfirmationRows rows;
    private final ConfirmationLinks links;
    private final LetterConfirming letters;
    private final LetterPages pages;
    private final InstantSource clock;

    ConfirmationDesk(
            ConfirmationRows rows,
            ConfirmationLinks links,
            LetterConfirming letters,
            LetterPages pages,
            InstantSource clock) {
        this.rows = rows;
        this.links = links;
        this.letters = letters;
        this.pages = pages;
        this.clock = clock;
    }

    /** Confirms the letter of a mailed link; once more does no harm. */
    public ConfirmedLetter confirm(String token) {
        return answered(() -> links.letterOf(token).flatMap(rows::locked).map(this::confirm));
    }

    /** Confirms a letter by the code that was mailed with it. */
    public ConfirmedLetter confirm(UUID letter, String code) {
        var typed = ConfirmationCode.typed(code);
        return answered(() -> rows.locked(letter)
                .map(row -> row.isExpired(clock.instant()) || row.accepts(typed)
                        ? confirm(row)
                        : new Answer.WrongCode(row.attemptsLeft())));
    }

    /** What the letter of a mailed link says and how it stands. Mail scanners follow links: looking changes nothing. */
    @Transactional
    public Optional<LetterPage> lookAt(String token) {
        return links.letterOf(token).flatMap(pages::byId);
    }

    /** The letter of a mailed link; the caller finds out how it stands. */
    @Transactional
    public Optional<UUID> letterOf(String token) {
        return links.letterOf(token);
    }

    /** What a try came to. It is a value, as a wrong code has to be noted and a failure would undo that. */
    private sealed interface Answer {
        record Confirmed(UUID letter, LetterState state) implements Answer {}

        record AlreadyWritten() implements Answer {}

        record Expired() implements Answer {}

        record WrongCode(int attemptsLeft) implements Answer {}
    }

    private Answer confirm(Confirmation row) {
        if (row.isExpired(clock.instant())) {
            return new Answer.Expired();
        }
        return switch (letters.confirm(row.letter())) {
            case LetterConfirming.Outcome.Confirmed confirmed -> {
                row.confirmed(clock.instant());
                yield new Answer.Confirmed(row.letter(), confirmed.state());
            }
            case LetterConfirming.Outcome.AlreadyWritten written -> new Answer.AlreadyWritten();
            case LetterConfirming.Outcome.Lapsed lapsed -> new Answer.Expired();
        };
    }

    private static ConfirmedLetter answered(Supplier<Optional<Answer>> attempt) {
        return switch (OneEach.inTransaction(attempt).orElseThrow(ConfirmationDesk::unknown)) {
            case Answer.Confirmed confirmed -> new ConfirmedLetter(confirmed.letter(), confirmed.state());
            case Answer.AlreadyWritten written ->
                throw new Failure(
                        ProblemType.ALREADY_WRITTEN,
                        "You have written to this MP in this campaign before. One letter from each person counts.");
            case Answer.Expired expired ->
                throw new Failure(
                        ProblemType.CONFIRMATION_EXPIRED,
                        "The time to confirm this letter is over, and it has been deleted. You can write it again.");
            case Answer.WrongCode wrong ->
                throw new Failure(
                                ProblemType.WRONG_CODE,
                                wrong.attemptsLeft() > 0
                                        ? "This is not the code in the email. Check the six digits."
                                        : "The code cannot be used any more. Open the link in the email instead.")
                        .with(Map.of("attemptsLeft", wrong.attemptsLeft()));
        };
    }

    private static Failure unknown() {
        return new Failure(
                ProblemType.UNKNOWN_CONFIRMATION, "We do not know this letter. Check that the link is whole.");
    }
}
