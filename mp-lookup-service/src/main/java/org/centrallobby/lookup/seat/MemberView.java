package org.centrallobby.lookup.seat;

import java.util.List;
import org.centrallobby.lookup.constituency.Constituency;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.member.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member with the constituency, as the API shows them. */
@Schema(name = "MemberWithConstituency")
record MemberView(
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
        Contact contact,
        Constituency constituency) {

    static MemberView of(Member member, Constituency constituency) {
        return new MemberView(
                member.id(),
                member.name(),
                member.fullTitle(),
                member.salutation(),
                member.party(),
                member.role(),
                member.offices(),
                member.takesSeat(),
                member.contact(),
                constituency);
    }

    @Override
    public String toString() {
        return "MemberView[%d]".formatted(id);
    }
}
