package org.centrallobby.letter.letter;

import java.time.Instant;
import java.util.List;
import org.centrallobby.letter.share.PersonalLinks;
import org.centrallobby.letter.supporter.ConsentChoice;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a letter, for its writer. What is null is forgotten, or was never there.
 *
 * @param body the writer's words
 * @param text the whole letter as it went out
 * @param site host of the page on which it was written
 * @param channel how its writer came to the campaign
 * @param ownWords how much of it stands in none of the organisation's words, 0 to 100 per cent
 * @param knowsNetwork whether a hash of the network is kept that it came from
 * @param cameOverPersonalLink whether it is known that it came over somebody's personal link
 * @param personalLink the writer's own, and how many letters came over it; null once it is forgotten
 * @param asked what the writer was asked to confirm, and when
 * @param consent what they chose beside it; counts once the letter is confirmed
 * @param textForgottenAt when its text will be forgotten; null while that time has not begun to run
 */
record HeldLetter(
        LetterView letter,
        String member,
        String constituencyName,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String text,
        @Nullable String name,
        @Nullable String email,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String site,
        @Nullable String channel,
        int ownWords,
        boolean knowsNetwork,
        boolean cameOverPersonalLink,
        PersonalLinks.@Nullable Shared personalLink,
        Confirmations.@Nullable Asked asked,
        @Nullable ConsentChoice consent,
        List<LetterStepView> history,
        @Nullable Instant textForgottenAt) {
    @Override
    public String toString() {
        return "HeldLetter[%s]".formatted(letter.id());
    }
}
