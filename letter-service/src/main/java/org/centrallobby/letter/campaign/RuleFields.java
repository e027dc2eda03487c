package org.centrallobby.letter.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.centrallobby.letter.message.MessageRule;
import org.centrallobby.letter.message.Outcome;
import org.centrallobby.letter.message.SeatFilter;
import org.jspecify.annotations.Nullable;

/**
 * A message rule as an organisation sends it; the first rule that speaks of a seat decides.
 *
 * @param when null for every seat: the last rule, for all that no other spoke of
 * @param letter one of the campaign's {@code letters}; null for its {@code template}
 * @param explanation what the supporter reads, where the outcome is {@code exclude}
 * @param campaign the other campaign's slug, where the outcome is {@code redirect}
 */
record RuleFields(
        @NotBlank(message = "Give the rule a name.") @Size(max = 80, message = "Keep the name to 80 characters.") @Pattern(regexp = Words.ONE_LINE, message = "Keep the name to one line.") String name,

        @Valid @Nullable When when,

        @NotNull(message = "Choose letter, thanks, exclude or redirect.") Outcome outcome,

        @Nullable String letter,

        @Size(max = 1_000, message = "Keep the explanation to 1,000 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String explanation,

        @Size(max = 60, message = "Use at most 60 characters.") @Pattern(regexp = Words.SLUG, message = Words.SLUG_WANTED) @Nullable String campaign) {

    private static final int MOST = 650;

    /** What a seat has to be, all that is said here, and for each any of the values. */
    record When(
            @Size(max = MOST) @Nullable List<@NotBlank String> parties,
            @Size(max = 4) @Nullable List<@NotBlank String> nations,
            @Size(max = MOST) @Nullable List<@NotBlank String> regions,
            @Size(max = MOST) @Nullable List<@NotBlank String> constituencies,
            @Size(max = MOST) @Nullable List<@NotNull Integer> members,
            @Size(max = MOST) @Nullable List<@NotBlank String> offices,
            @Size(max = 50) @Nullable List<@NotBlank String> lists) {
        SeatFilter filter() {
            return new SeatFilter(
                    orNone(parties),
                    orNone(nations),
                    orNone(regions),
                    orNone(constituencies),
                    orNone(members),
                    orNone(offices),
                    orNone(lists));
        }

        private static <T> List<T> orNone(@Nullable List<T> values) {
            return values == null ? List.of() : values;
        }
    }

    MessageRule rule() {
        return new MessageRule(
                name.strip(),
                when == null ? SeatFilter.EVERY : when.filter(),
                outcome,
                letter,
                Words.orNull(explanation),
                campaign);
    }
}
