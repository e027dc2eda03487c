package org.centrallobby.letter.supporter;

import java.time.Instant;
import org.centrallobby.letter.campaign.ConsentMode;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter was asked and what they chose.
 *
 * @param wording the words beside the box, as they were shown
 * @param version the version of the campaign's content that had them; null where they were in none
 * @param given whether the box was ticked; it never is by itself
 * @param at when they chose
 */
public record ConsentChoice(
        ConsentMode mode, String wording, @Nullable Integer version, boolean given, Instant at) {}
