package org.centrallobby.lookup.member;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
 * @param offices the posts they hold now as the source names them, in alphabetical order: of the government and the
 *     opposition as Parliament lists them, or whichever a file gives; empty where the source knows none
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

        @Schema(
                description = "Posts held now as the source names them: Minister of State (Cabinet Office)",
                examples = "[]")
        List<String> offices,

        boolean takesSeat,
        Contact contact) {

    /** Members of this party are elected, answer letters, and do not take their seats. Not every source has the accent. */
    private static final Set<String> ABSTENTIONISTS = Set.of("Sinn Féin", "Sinn Fein");

    private static final int MOST_OFFICES = 20;
    private static final int LONGEST_OFFICE = 200;

    private static final String SPEAKER = "Speaker";
    private static final Pattern MP = Pattern.compile("\\bMP\\b");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    public Member {
        // What an earlier version of the service kept says nothing of offices.
        offices = offices == null ? List.of() : List.copyOf(offices);
    }

    /** The member that a row of a file describes, which does not say how they are addressed. */
    public static Member of(int id, String name, String fullTitle, String party, Contact contact) {
        return of(id, name, fullTitle, null, party, contact);
    }

    /**
     * The member that Parliament's data describe.
     *
     * @param addressAs what Parliament suggests to call them in a letter; null where it suggests nothing
     */
    public static Member of(
            int id, String name, String fullTitle, @Nullable String addressAs, String party, Contact contact) {
        var shown = squeezed(name);
        var title = squeezed(fullTitle);
        var side = squeezed(party);
        var speaker = side.equals(SPEAKER);
        return new Member(
                id,
                shown,
                // Some rows leave the letters out.
                MP.matcher(title).find() ? title : title + " MP",
                speaker
                        ? Salutation.ofSpeaker(shown)
                        : Salutation.of(shown, addressAs == null ? "" : squeezed(addressAs)),
                side,
                speaker ? Role.SPEAKER : null,
                List.of(),
                !ABSTENTIONISTS.contains(side),
                contact);
    }

    /** The same member, reached in another way. */
    public Member with(Contact other) {
        return new Member(id, name, fullTitle, salutation, party, role, offices, takesSeat, other);
    }

    /**
     * The same member in these offices and no other.
     *
     * @param posts as the source names them; what cannot be a name, being empty, mangled or longer than 200 characters, is
     *     left out, and so is what goes beyond 20
     */
    public Member holding(Collection<String> posts) {
        var held = posts.stream()
                .map(Member::squeezed)
                .filter(post -> !post.isEmpty() && post.length() <= LONGEST_OFFICE && post.indexOf('\uFFFD') < 0)
                .distinct()
                .sorted()
                .limit(MOST_OFFICES)
                .toList();
        return new Member(id, name, fullTitle, salutation, party, role, held, takesSeat, contact);
    }

    /** A blank of any kind is a blank, and accents are one letter with what bears them. */
    private static String squeezed(String text) {
        return Normalizer.normalize(BLANKS.matcher(text).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    @Override
    public String toString() {
        return "Member[%d]".formatted(id);
    }
}
