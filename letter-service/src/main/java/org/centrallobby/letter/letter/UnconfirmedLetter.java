package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.mail.Correspondent;

/**
 * A letter that waits for its writer.
 *
 * @param language in which its writer is spoken to
 * @param expiresAt when it lapses
 */
public record UnconfirmedLetter(
        UUID id, Campaign campaign, String language, Correspondent writer, String memberName, Instant expiresAt) {
    @Override
    public String toString() {
        return "UnconfirmedLetter[%s]".formatted(id);
    }
}
