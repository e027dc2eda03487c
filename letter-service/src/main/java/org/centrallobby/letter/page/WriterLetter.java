package org.centrallobby.letter.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.centrallobby.letter.letter.LetterPage;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.supporter.ConsentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its writer's pages show it, in words.
 *
 * @param recallable whether its writer can take it back here
 * @param recallAsked whether that was asked and is not known to have come in time
 * @param withdrawn whether it was deleted before anybody confirmed it
 * @param status a sentence that says how it stands
 * @param consent null where they agreed to nothing
 * @param text null once it is erased
 */
record WriterLetter(
        boolean isAwaitingConfirmation,
        boolean isLapsed,
        boolean withdrawn,
        boolean isRecalled,
        boolean recallable,
        boolean recallAsked,
        String status,
        String memberName,
        String constituencyName,
        String campaignSlug,
        String campaignTitle,
        String organisationName,
        @Nullable String subject,
        @Nullable String text,
        @Nullable Consent consent,
        List<Step> history) {

    private static final Set<LetterState> UNSENT =
            EnumSet.of(LetterState.HELD, LetterState.CONFIRMED, LetterState.QUEUED, LetterState.DEFERRED);
    private static final String TAKEN_BACK = "by-writer";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

    /**
     * What they agreed to beside the letter.
     *
     * @param withdrawnAt when they took it back, in London's time; null as long as they have not
     */
    record Consent(String wording, String givenAt, @Nullable String withdrawnAt) {
        static @Nullable Consent of(@Nullable ConsentRecord consent) {
            if (consent == null || !consent.given()) {
                return null;
            }
            var withdrawnAt = consent.withdrawnAt();
            return new Consent(
                    consent.wording(),
                    TIME.format(consent.chosenAt()),
                    withdrawnAt == null ? null : TIME.format(withdrawnAt));
        }
    }

    /** Something that happened to the letter, oldest first. */
    record Step(Instant at, String words) {
        /** In London's time, as it is told in Britain. */
        public String shownAt() {
            return TIME.format(at);
        }
    }

    static WriterLetter of(LetterPage letter) {
        var unsent = UNSENT.contains(letter.state());
        var asked = letter.recallAsked() && unsent;
        return new WriterLetter(
                letter.state() == LetterState.AWAITING_CONFIRMATION,
                letter.state() == LetterState.LAPSED,
                letter.state() == LetterState.LAPSED
                        && TAKEN_BACK.equals(letter.history().getLast().detail()),
                letter.state() == LetterState.RECALLED,
                unsent && !asked,
                asked,
                asked
                        ? "We have asked for it back. If it had gone by then, you get a copy; if not, we tell you."
                        : status(letter.state(), letter.memberName()),
                letter.memberName(),
                letter.constituencyName(),
                letter.campaignSlug(),
                letter.campaignTitle(),
                letter.organisationName(),
                letter.subject(),
                letter.text(),
                Consent.of(letter.consent()),
                letter.history().stream()
                        .map(step -> new Step(step.at(), step(step.state())))
                        .toList());
    }

    private static String status(LetterState state, String member) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> "It waits for you to confirm it.";
            case AWAITING_SENDER -> "It waits for you to send it from your own mailbox.";
            case SENT_BY_WRITER -> "You sent it to %s from your own mailbox.".formatted(member);
            case CONFIRMED, QUEUED -> "It is on its way to %s.".formatted(member);
            case DEFERRED -> "%s’s office could not take it yet. We keep trying.".formatted(member);
            case SENT, SETTLED -> "It has been delivered to the mail server of %s’s office.".formatted(member);
            case LAPSED -> "It was not confirmed in time, and was not sent.";
            case HELD -> "It cannot be sent just now and waits with us. We email you when that changes.";
            case RECALLED -> "It was taken back before it was sent.";
            case BOUNCED -> "It came back from %s’s office. We have emailed you its text.".formatted(member);
            case FAILED -> "It could not be delivered. We have emailed you its text.";
        };
    }

    private static String step(LetterState state) {
        return switch (state) {
            case AWAITING_CONFIRMATION, AWAITING_SENDER -> "You wrote it";
            case SENT_BY_WRITER -> "You sent it yourself";
            case CONFIRMED -> "You confirmed it";
            case QUEUED -> "It was made ready to send";
            case DEFERRED -> "The office’s mail server asked us to try again later";
            case SENT -> "The office’s mail server took it";
            case SETTLED -> "It did not come back";
            case LAPSED -> "The time to confirm it was over";
            case HELD -> "It was held back";
            case RECALLED -> "It was taken back";
            case BOUNCED -> "It came back";
            case FAILED -> "It could not be delivered";
        };
    }

    @Override
    public String toString() {
        return "WriterLetter[***]";
    }
}
