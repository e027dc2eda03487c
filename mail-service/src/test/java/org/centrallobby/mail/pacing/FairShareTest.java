package org.centrallobby.mail.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.mail.pacing.FairShare.Contender;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final UUID LARGE = new UUID(1, 0);
    private static final UUID SMALL = new UUID(2, 0);
    private static final UUID LARGE_ONE = new UUID(1, 1);
    private static final UUID LARGE_TWO = new UUID(1, 2);
    private static final UUID LARGE_THREE = new UUID(1, 3);
    private static final UUID SMALL_ONE = new UUID(2, 1);

    private final FairShare share = new FairShare(List.of(
            new Contender(LARGE_ONE, LARGE, 0, 0),
            new Contender(LARGE_TWO, LARGE, 0, 0),
            new Contender(LARGE_THREE, LARGE, 0, 0),
            new Contender(SMALL_ONE, SMALL, 0, 0)));
    private final Set<UUID> all = Set.of(LARGE_ONE, LARGE_TWO, LARGE_THREE, SMALL_ONE);

    @Test
    void organisationsGetTheSameAndShareItAmongTheirCampaigns() {
        assertThat(share.allot(60, all))
                .isEqualTo(Map.of(LARGE_ONE, 10, LARGE_TWO, 10, LARGE_THREE, 10, SMALL_ONE, 30));
    }

    @Test
    void whoGotMoreWaitsForTheOthers() {
        share.gave(LARGE_ONE, 12);

        assertThat(share.allot(12, all)).isEqualTo(Map.of(SMALL_ONE, 12));
        share.gave(SMALL_ONE, 12);
        assertThat(share.allot(12, all)).isEqualTo(Map.of(LARGE_TWO, 3, LARGE_THREE, 3, SMALL_ONE, 6));
    }

    @Test
    void whatOneHasNotTheOthersGet() {
        assertThat(share.allot(10, Set.of(SMALL_ONE))).isEqualTo(Map.of(SMALL_ONE, 10));
        assertThat(share.allot(10, Set.of())).isEmpty();
    }

    @Test
    void whoComesAnewBeginsWhereTheOneFurthestBehindIs() {
        share.gave(LARGE_ONE, 7);
        share.gave(SMALL_ONE, 4);

        assertThat(share.reached()).isEqualTo(4);
        assertThat(share.reachedWithin(LARGE)).isZero();
        assertThat(share.organisationClock(LARGE)).isEqualTo(7);
        share.gave(LARGE_TWO, 3);
        share.gave(LARGE_THREE, 5);
        assertThat(share.reachedWithin(LARGE)).isEqualTo(3);
    }
}
