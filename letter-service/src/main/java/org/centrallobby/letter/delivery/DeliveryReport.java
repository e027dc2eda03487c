package org.centrallobby.letter.delivery;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.letter.LetterReports;
import org.centrallobby.letter.letter.LetterState;
import org.jspecify.annotations.Nullable;

/** The data of {@code org.centrallobby.mail.*.v1}, as far as they are used here. */
record DeliveryReport(
        UUID mail,
        String kind,
        String outcome,
        @Nullable Reply reply,
        @Nullable String reason) {
    DeliveryReport {
        requireNonNull(mail);
        requireNonNull(kind);
        requireNonNull(outcome);
    }

    /** Its text is passed over: a relay may quote anybody's address in it. */
    record Reply(@Nullable Integer code, @Nullable String enhanced) {}

    boolean isOfLetter() {
        return kind.equals("letter");
    }

    /** Whether the mail-service says that it has forgotten the mail, as it was asked to. */
    boolean tellsOfErasure() {
        return outcome.equals("erased");
    }

    /** The state of which the outcome tells; empty for what is no step of a letter. */
    Optional<LetterState> state() {
        return switch (outcome) {
            case "queued" -> Optional.of(LetterState.QUEUED);
            case "deferred" -> Optional.of(LetterState.DEFERRED);
            case "sent" -> Optional.of(LetterState.SENT);
            case "settled" -> Optional.of(LetterState.SETTLED);
            case "bounced" -> Optional.of(LetterState.BOUNCED);
            case "failed" -> Optional.of(LetterState.FAILED);
            case "recalled" -> Optional.of(LetterState.RECALLED);
            default -> Optional.empty();
        };
    }

    /**
     * That it may have arrived, {@code in-doubt}, whatever a server said of it later; else the reply's codes, such as
     * {@code 451 4.7.1}, a bounce having the second alone; else the platform's own reason, such as {@code suppressed}; null
     * where there is none of these.
     */
    @Nullable String detail() {
        if (LetterReports.IN_DOUBT.equals(reason) || reply == null || (reply.code == null && reply.enhanced == null)) {
            return reason;
        }
        return Stream.of(reply.code, reply.enhanced)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
