package org.centrallobby.letter.supporter;

import java.time.Instant;
import org.centrallobby.letter.campaign.ConsentMode;

/**
 * What a supporter was asked and what they chose.
 *
 * @param wording the words beside the box, as they were shown
 * @param given whether the box was ticked; it never is by itself
 * @param at when they chose
 */
public record ConsentChoice(ConsentMode mode, String wording, boolean given, Instant at) {}
