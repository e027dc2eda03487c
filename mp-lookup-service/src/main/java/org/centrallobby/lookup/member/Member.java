package org.centrallobby.lookup.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A member of the House of Commons.
 *
 * @param id the member's id at the UK Parliament
 * @param name as it is shown: Sir Iain Duncan Smith
 * @param fullTitle as it stands on an envelope: Rt Hon Sir Iain Duncan Smith MP
 * @param salutation what follows "Dear": Sir Iain
 * @param party as Parliament writes it
 * @param role null for a member without an office that changes how they act
 * @param takesSeat false for a member who abstains from Parliament; they do answer letters
 */
public record Member(
        @Schema(examples = "152") int id,
        @Schema(examples = "Sir Iain Duncan Smith") String name,

        @Schema(examples = "Rt Hon Sir Iain Duncan Smith MP")
        String fullTitle,

        @Schema(examples = "Sir Iain") String salutation,
        @Schema(examples = "Conservative") String party,
        @Schema(nullable = true) @Nullable Role role,
        boolean takesSeat,
        Contact contact) {

    /** Members of this party are elected, answer letters, and do not take their seats. */
    private static final String ABSTENTIONISTS = "Sinn Féin";

    private static final String SPEAKER = "Speaker";

    /** The member that a row of Parliament's data describes. */
    public static Member of(int id, String name, String fullTitle, String party, Contact contact) {
        var speaker = party.equals(SPEAKER);
        var shown = squeezed(name);
        var title = squeezed(fullTitle);
        return new Member(
                id,
                shown,
                // Some rows leave the letters out.
                title.endsWith(" MP") ? title : title + " MP",
                speaker ? Salutation.ofSpeaker(shown) : Salutation.of(shown),
                squeezed(party),
                speaker ? Role.SPEAKER : null,
                !party.equals(ABSTENTIONISTS),
                contact);
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Override
    public String toString() {
        return "Member[%d]".formatted(id);
    }
}
