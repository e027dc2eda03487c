package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes what is reported of letters on their way. The same or an older report changes nothing. */
@ApplicationScoped
public class LetterReports {
    /** Why a letter failed of which nobody knows whether it arrived. */
    public static final String IN_DOUBT = "in-doubt";

    private final Letters letters;
    private final LetterSteps steps;
    private final WriterNews news;

    LetterReports(Letters letters, LetterSteps steps, WriterNews news) {
        this.letters = letters;
        this.steps = steps;
        this.news = news;
    }

    /**
     * Notes what became of the letter that went out as this mail; a mail that is no letter is passed over.
     *
     * @param detail why, without anybody's words; null if there is nothing to say
     */
    @Transactional
    public void note(UUID mail, LetterState reported, @Nullable String detail) {
        letters.lockedByMail(mail).ifPresent(letter -> {
            var before = letter.state();
            var recall = letter.recallReason();
            var why = reported == LetterState.RECALLED && recall != null ? recall.wireName() : detail;
            if (steps.take(letter, LetterLifecycle.meant(before, reported), why)) {
                news.of(letter, before);
            }
        });
    }
}
