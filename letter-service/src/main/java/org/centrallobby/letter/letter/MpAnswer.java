package org.centrallobby.letter.letter;

import java.util.List;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.lookup.Delivery;
import org.centrallobby.letter.lookup.Member;
import org.centrallobby.letter.lookup.Representation;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.SeatStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who represents a postcode, as the public may know it.
 *
 * @param corrected true if another postcode was typed and this one was meant
 * @param terminated the month in which the postcode went out of use; null while it is in use
 * @param constituency null while the supporter has to choose between the candidates
 * @param candidates empty unless the postcode lies in several constituencies
 */
@Schema(example = """
        {"postcode": "E4 7LA", "corrected": false, "terminated": null, "constituency": {"code": "E14001167", "name": \
        "Chingford and Woodford Green", "nameCy": null}, "candidates": [], "seat": {"status": "filled", "member": \
        {"name": "Sir Iain Duncan Smith", "party": "Conservative", "delivery": "email", "webForm": null}}}\
        """)
public record MpAnswer(
        String postcode,
        boolean corrected,
        @Nullable String terminated,
        @Nullable Constituency constituency,
        List<Constituency> candidates,
        @Nullable SeatAnswer seat) {

    /** @param member null unless the seat is filled */
    public record SeatAnswer(SeatStatus status, @Nullable MemberAnswer member) {
        static SeatAnswer of(Seat seat) {
            return new SeatAnswer(
                    seat.status(), seat.member().map(MemberAnswer::of).orElse(null));
        }
    }

    /** @param webForm where letters are taken, if the member takes them through a form; never an e-mail address */
    public record MemberAnswer(
            String name,
            String party,
            Delivery delivery,
            @Nullable String webForm) {
        static MemberAnswer of(Member member) {
            return new MemberAnswer(
                    member.name(),
                    member.party(),
                    member.delivery() == Delivery.EMAIL && member.email() == null ? Delivery.NONE : member.delivery(),
                    member.webForm());
        }
    }

    static MpAnswer of(Representation found) {
        var place = found.place();
        var seat = found.seat();
        return new MpAnswer(
                place.postcode(),
                place.corrected(),
                place.terminated(),
                seat == null ? null : seat.constituency(),
                place.candidates(),
                seat == null ? null : SeatAnswer.of(seat));
    }

    @Override
    public String toString() {
        return "MpAnswer[***]";
    }
}
