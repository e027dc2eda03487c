package org.centrallobby.letter.letter;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.centrallobby.letter.lookup.Member;
import org.centrallobby.letter.supporter.EmailAddress;
import org.centrallobby.letter.supporter.Person;

/**
 * Whether somebody writes to a member as that member. With the member's address, or with their name and an address of
 * Parliament, nobody else can mean it well: that is refused. With the name alone it may be a constituent who shares it: a
 * person of the organisation decides.
 */
final class OwnMember {
    private static final String PARLIAMENT = "parliament.uk";
    private static final Set<String> TITLES = Set.of(
            "the",
            "rt",
            "right",
            "hon",
            "honourable",
            "sir",
            "dame",
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "rev",
            "reverend",
            "lord",
            "lady",
            "baroness",
            "mp",
            "kc",
            "qc",
            "obe",
            "cbe",
            "mbe");

    private OwnMember() {}

    /** Whether the letter is to be refused. */
    static boolean isWriting(String name, String email, Member member) {
        var address = new EmailAddress(email);
        var own = member.email();
        return (own != null
                        && EmailAddress.parse(own)
                                .filter(address::isSameMailbox)
                                .isPresent())
                || (isOfParliament(address.domain()) && isNamed(name, member.name()));
    }

    /** Whether a name is the member's, however titles, accents, case and spaces are written. */
    static boolean isNamed(String name, String member) {
        var bare = bare(name);
        return !bare.isEmpty() && bare.equals(bare(member));
    }

    private static boolean isOfParliament(String domain) {
        return domain.equals(PARLIAMENT) || domain.endsWith("." + PARLIAMENT);
    }

    private static String bare(String name) {
        return Arrays.stream(name.split("\\s+"))
                .map(Person::folded)
                .filter(word -> !TITLES.contains(word))
                .collect(Collectors.joining());
    }
}
