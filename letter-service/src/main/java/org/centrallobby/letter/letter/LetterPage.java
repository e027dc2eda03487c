package org.centrallobby.letter.letter;

import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.supporter.ConsentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its writer sees it.
 *
 * @param language in which its writer is spoken to
 * @param campaignPage the path of the campaign's page in that language
 * @param subject null once it is erased
 * @param consent what they chose about hearing from the organisation; null where nothing was asked, or the letter is not
 *     confirmed or was found to be nobody's
 * @param text the whole letter; null once it is erased
 * @param shareUrl its writer's personal link; null once it is forgotten
 * @param friends letters that came over that link and count
 * @param recallAsked whether it was asked for back; until it is recalled or sent, that is open
 */
public record LetterPage(
        UUID id,
        LetterState state,
        String language,
        String campaignSlug,
        String campaignPage,
        String campaignTitle,
        String organisationName,
        String memberName,
        String constituencyName,
        @Nullable String subject,
        @Nullable String text,
        @Nullable ConsentRecord consent,
        boolean recallAsked,
        List<LetterStepView> history,
        @Nullable String shareUrl,
        long friends) {
    @Override
    public String toString() {
        return "LetterPage[%s]".formatted(id);
    }
}
