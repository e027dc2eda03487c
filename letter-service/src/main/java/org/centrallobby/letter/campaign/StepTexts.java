package org.centrallobby.letter.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation says to supporters at the single steps, plain text of at most 1,000 characters; null where the
 * platform's own words are enough.
 *
 * @param find above the question for the postcode
 * @param write above the letter
 * @param sent once the letter is handed in and waits for its confirmation
 * @param confirmed once it is confirmed
 * @param share above the ways to pass the campaign on
 * @param closed when the campaign takes no letters any more
 */
public record StepTexts(
        @Nullable String find,
        @Nullable String write,
        @Nullable String sent,
        @Nullable String confirmed,
        @Nullable String share,
        @Nullable String closed) {
    /** Nothing said anywhere. */
    static final StepTexts NONE = new StepTexts(null, null, null, null, null, null);

    /** These with what the change says; an empty text takes one away. */
    StepTexts changedBy(StepTexts change) {
        return new StepTexts(
                changed(find, change.find),
                changed(write, change.write),
                changed(sent, change.sent),
                changed(confirmed, change.confirmed),
                changed(share, change.share),
                changed(closed, change.closed));
    }

    private static @Nullable String changed(@Nullable String present, @Nullable String change) {
        return change == null ? present : Words.orNull(change);
    }
}
