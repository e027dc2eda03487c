package org.centrallobby.letter.page;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.letter.LetterPage;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.LetterStepView;
import org.centrallobby.letter.supporter.ConsentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its writer's pages show it, in words.
 *
 * @param language in which its writer is spoken to
 * @param recallable whether its writer can take it back here
 * @param recallAsked whether that was asked and is not known to have come in time
 * @param withdrawn whether it was deleted before anybody confirmed it
 * @param status a sentence that says how it stands
 * @param consent null where they agreed to nothing
 * @param text null once it is erased
 * @param friends how many have written over its writer's personal link, said; empty once the link is forgotten
 */
record WriterLetter(
        Language language,
        boolean isAwaitingConfirmation,
        boolean isLapsed,
        boolean withdrawn,
        boolean isRecalled,
        boolean recallable,
        boolean recallAsked,
        String status,
        String memberName,
        String constituencyName,
        String campaignPage,
        String campaignTitle,
        String organisationName,
        @Nullable String subject,
        @Nullable String text,
        @Nullable Consent consent,
        List<Step> history,
        String friends) {

    private static final Set<LetterState> UNSENT =
            EnumSet.of(LetterState.HELD, LetterState.CONFIRMED, LetterState.QUEUED, LetterState.DEFERRED);
    private static final String TAKEN_BACK = "by-writer";

    /**
     * What they agreed to beside the letter.
     *
     * @param withdrawnAt when they took it back, in London's time; null as long as they have not
     */
    record Consent(String wording, String givenAt, @Nullable String withdrawnAt) {
        static @Nullable Consent of(@Nullable ConsentRecord consent, Language language) {
            if (consent == null || !consent.given()) {
                return null;
            }
            var withdrawnAt = consent.withdrawnAt();
            return new Consent(
                    consent.wording(),
                    language.time(consent.chosenAt()),
                    withdrawnAt == null ? null : language.time(withdrawnAt));
        }
    }

    /**
     * Something that happened to the letter, oldest first.
     *
     * @param shownAt in London's time, in the page's language
     */
    record Step(Instant at, String shownAt, String words) {}

    static WriterLetter of(LetterPage letter) {
        var language = Language.of(letter.language());
        var unsent = UNSENT.contains(letter.state());
        var asked = letter.recallAsked() && unsent;
        return new WriterLetter(
                language,
                letter.state() == LetterState.AWAITING_CONFIRMATION,
                letter.state() == LetterState.LAPSED,
                letter.state() == LetterState.LAPSED
                        && TAKEN_BACK.equals(letter.history().getLast().detail()),
                letter.state() == LetterState.RECALLED,
                unsent && !asked,
                asked,
                asked
                        ? language.say("letter.recall.asked")
                        : language.say(
                                isInDoubt(letter) ? "status.in-doubt" : status(letter.state()),
                                "member",
                                letter.memberName()),
                letter.memberName(),
                letter.constituencyName(),
                letter.campaignPage(),
                letter.campaignTitle(),
                letter.organisationName(),
                letter.subject(),
                letter.text(),
                Consent.of(letter.consent(), language),
                letter.history().stream()
                        .map(step -> new Step(
                                step.at(),
                                language.time(step.at()),
                                language.say(
                                        step.leavesDoubt()
                                                ? "happened.in-doubt"
                                                : "happened." + step.state().wireName())))
                        .toList(),
                letter.shareUrl() == null ? "" : language.say("share.friends", "count", letter.friends()));
    }

    /** What the button confirms. */
    public String confirmText() {
        return language.say(
                "confirm.text",
                Map.of(
                        "member", memberName,
                        "constituency", constituencyName,
                        "campaign", campaignTitle,
                        "organisation", organisationName));
    }

    /** What became of what they agreed to; empty where that was nothing. */
    public String consentText() {
        if (consent == null) {
            return "";
        }
        var withdrawnAt = consent.withdrawnAt();
        return withdrawnAt == null
                ? language.say("letter.consent.given", "time", consent.givenAt(), "wording", consent.wording())
                : language.say(
                        "letter.consent.withdrawn",
                        Map.of("time", withdrawnAt, "wording", consent.wording(), "organisation", organisationName));
    }

    private static boolean isInDoubt(LetterPage letter) {
        return letter.history().stream().anyMatch(LetterStepView::leavesDoubt);
    }

    private static String status(LetterState state) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> "status.awaiting-confirmation";
            case AWAITING_SENDER -> "status.awaiting-sender";
            case SENT_BY_WRITER -> "status.sent-by-writer";
            case CONFIRMED, QUEUED -> "status.under-way";
            case DEFERRED -> "status.deferred";
            case SENT, SETTLED -> "status.sent";
            case LAPSED -> "status.lapsed";
            case HELD -> "status.held";
            case RECALLED -> "status.recalled";
            case BOUNCED -> "status.bounced";
            case FAILED -> "status.failed";
        };
    }

    @Override
    public String toString() {
        return "WriterLetter[***]";
    }
}
