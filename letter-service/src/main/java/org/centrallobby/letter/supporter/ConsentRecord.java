package org.centrallobby.letter.supporter;

import java.time.Instant;
import org.centrallobby.letter.campaign.ConsentMode;
import org.jspecify.annotations.Nullable;

/**
 * A consent as it can be shown.
 *
 * @param wording the words beside the box
 * @param version the version of the campaign's content that had them; null where that is not known
 * @param given whether the box was ticked; it never is by itself
 * @param chosenAt when they chose
 * @param confirmedAt when the address behind it proved to be theirs
 * @param withdrawnAt when they took it back, or its letter was found to be nobody's; null as long as it stands
 */
public record ConsentRecord(
        ConsentMode mode,
        String wording,
        @Nullable Integer version,
        boolean given,
        Instant chosenAt,
        Instant confirmedAt,
        @Nullable Instant withdrawnAt) {}
