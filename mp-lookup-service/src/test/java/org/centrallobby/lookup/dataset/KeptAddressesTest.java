package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.junit.jupiter.api.Test;

class KeptAddressesTest {
    private static final Member ANN =
            Member.of(1, "Ann Invented", "Ann Invented MP", "Labour", Contact.email("ann@mp.example"));
    private static final Map<String, Seat> BEFORE =
            Map.of("E14001063", Seat.filled(ANN.holding(List.of("Whip")), null));

    private final KeptAddresses kept = new KeptAddresses(BEFORE, LocalDate.of(2026, 11, 24));

    @Test
    void officesAreKeptWhileTheSourceCannotTellThem() {
        assertThat(completed(ANN, false).offices()).containsExactly("Whip");
        assertThat(completed(ANN.with(Contact.NONE), false))
                .isEqualTo(ANN.holding(List.of("Whip"))
                        .with(Contact.email("ann@mp.example").missingSince(LocalDate.of(2026, 11, 24))));
    }

    @Test
    void officesAreLeftWithASourceThatDoesNotNameThem() {
        assertThat(completed(ANN, true).offices()).isEmpty();
        assertThat(completed(ANN.holding(List.of("Chair")), true).offices()).containsExactly("Chair");
    }

    @Test
    void whoeverTakesTheSeatDoesNotTakeTheOffice() {
        var other = Member.of(2, "Bob Invented", "Bob Invented MP", "Labour", Contact.NONE);

        assertThat(completed(other, false)).isEqualTo(other);
    }

    private Member completed(Member named, boolean officesKnown) {
        var completed = kept.completed(Map.of("E14001063", Seat.filled(named, null)), officesKnown);
        return Objects.requireNonNull(
                Objects.requireNonNull(completed.get("E14001063")).member());
    }
}
