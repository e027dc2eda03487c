package org.centrallobby.letter.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.Point;
import org.jspecify.annotations.Nullable;

/**
 * A letter as an organisation sends it; what is left out stays, or is empty in a new one.
 *
 * @param moreSubjects further subjects; letters take turns with all of them
 * @param leastPoints how many points a supporter takes at least; 1 where nothing is said and there are points
 * @param mostPoints how many at most; all of them where nothing is said
 */
record LetterFields(
        @Size(max = 500, message = "Keep the subject to 500 characters.") @Nullable String subject,

        @Size(max = 20, message = "Use at most 20 further subjects.") @Nullable List<
                        @NotBlank(message = "Enter the subject.") @Size(max = 500, message = "Keep the subject to 500 characters.") String>
                moreSubjects,

        @Size(max = 20_000, message = "Keep the letter to 20,000 characters.") @Nullable String body,

        @Size(max = 30, message = "Offer at most 30 points.") @Nullable List<@Valid @NotNull PointFields> points,

        @Min(value = 0, message = "Ask for no fewer than 0 points.") @Max(value = 30, message = "Ask for at most 30 points.") @Nullable Integer leastPoints,

        @Min(value = 0, message = "Allow no fewer than 0 points.") @Max(value = 30, message = "Allow at most 30 points.") @Nullable Integer mostPoints,

        @Size(max = 5_000, message = "Keep the close to 5,000 characters.") @Nullable String close,

        @Size(max = 10, message = "Use at most 10 prompts.") @Nullable List<
                        @NotBlank(message = "Write the prompt.") @Size(max = 300, message = "Keep a prompt to 300 characters.") @Pattern(regexp = Words.ONE_LINE, message = "Keep a prompt to one line.") String>
                prompts) {

    /** A point as an organisation sends it. */
    record PointFields(
            @NotNull(message = "Give the point an id.") @Size(max = 60, message = "Use at most 60 characters.") @Pattern(regexp = Words.SLUG, message = Words.SLUG_WANTED) String id,

            @NotBlank(message = "Say in a few words what the point is.") @Size(max = 120, message = "Keep the title to 120 characters.") @Pattern(regexp = Words.ONE_LINE, message = "Keep the title to one line.") String title,

            @NotBlank(message = "Write the paragraph.") @Size(max = 3_000, message = "Keep a point to 3,000 characters.") String text) {
        Point point() {
            return new Point(id, title.strip(), Words.tidy(text));
        }
    }

    LetterTemplate appliedTo(LetterTemplate present) {
        var offered = points == null
                ? present.points()
                : points.stream().map(PointFields::point).toList();
        // Numbers that were said for other points do not hold for new ones.
        var least = leastPoints != null
                ? leastPoints
                : points == null ? present.leastPoints() : Math.min(1, offered.size());
        var most = mostPoints != null ? mostPoints : points == null ? present.mostPoints() : offered.size();
        return new LetterTemplate(
                subject == null ? present.subject() : Words.tidy(subject),
                moreSubjects == null
                        ? present.moreSubjects()
                        : moreSubjects.stream().map(Words::tidy).toList(),
                body == null ? present.body() : Words.tidy(body),
                offered,
                least,
                most,
                close == null ? present.close() : Words.tidy(close),
                prompts == null
                        ? present.prompts()
                        : prompts.stream().map(Words::tidy).toList());
    }
}
