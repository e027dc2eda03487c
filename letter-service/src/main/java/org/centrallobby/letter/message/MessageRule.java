package org.centrallobby.letter.message;

import org.jspecify.annotations.Nullable;

/**
 * What some seats are written, or not.
 *
 * @param name for the organisation, unique in the campaign
 * @param letter the name of the letter among the campaign's; null for its main one, and where none is written
 * @param explanation for the supporter, in the campaign's language; null unless the outcome is an exclusion
 * @param campaign the other campaign's slug; null unless the outcome is a redirect
 */
public record MessageRule(
        String name,
        SeatFilter when,
        Outcome outcome,
        @Nullable String letter,
        @Nullable String explanation,
        @Nullable String campaign) {}
