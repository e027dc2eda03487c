package org.centrallobby.letter.letter;

import org.jspecify.annotations.Nullable;

/**
 * What a supporter wants to see a letter of.
 *
 * @param constituency the code of the one they live in, where their postcode lies in several
 * @param address null while they have not said it
 * @param subject their own; null for the campaign's
 * @param body their own words; null for the campaign's
 */
public record PreviewLetter(
        @Nullable String postcode,
        @Nullable String constituency,
        @Nullable String name,
        @Nullable String address,
        @Nullable String subject,
        @Nullable String body) {
    @Override
    public String toString() {
        return "PreviewLetter[***]";
    }
}
