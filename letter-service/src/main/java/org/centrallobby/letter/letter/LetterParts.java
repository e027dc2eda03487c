package org.centrallobby.letter.letter;

import org.centrallobby.letter.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is put together from, cleaned.
 *
 * @param language of the words around the writer's own
 * @param salutation what follows "Dear"
 * @param address null while the supporter has not said it
 * @param way who brings it to the member, which its last lines say
 * @param campaignUrl where the letter's reader can see what it is part of
 */
record LetterParts(
        Language language,
        String subject,
        String salutation,
        String body,
        String name,
        @Nullable String address,
        String postcode,
        String organisation,
        String campaign,
        String campaignUrl,
        Way way) {
    @Override
    public String toString() {
        return "LetterParts[***]";
    }
}
