package org.centrallobby.letter.letter;

import org.jspecify.annotations.Nullable;

/**
 * Where a letter comes from. Nothing about the person: no address of a page, no id.
 *
 * @param site host of the page on which it was written, for instance {@code www.example.org}; null where that is not known
 * @param channel how its writer came to the campaign, for instance {@code whatsapp}; null where the address did not say
 */
public record LetterOrigin(@Nullable String site, @Nullable String channel) {
    /** For a letter of which nothing is known. */
    public static final LetterOrigin UNKNOWN = new LetterOrigin(null, null);
}
