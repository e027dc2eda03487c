package org.centrallobby.lookup.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final Member ANN = Member.of(1, "Ann Invented", "Ann Invented MP", "Labour", Contact.NONE);

    @Test
    void officesAreCleanedAndInOneOrder() {
        assertThat(ANN.holding(List.of("Whip", " Minister\u00a0of\nState\u0000(Wales Office) ", "Whip", "We\u0302"))
                        .offices())
                .containsExactly("Minister of State (Wales Office)", "Whip", "W\u00ea");
    }

    @Test
    void whatCannotBeTheNameOfAnOfficeIsLeftOut() {
        assertThat(ANN.holding(List.of("", " \u200b", "Minist\ufffdr", "x".repeat(201)))
                        .offices())
                .isEmpty();
        assertThat(ANN.holding(IntStream.range(0, 1_000)
                                .mapToObj(Integer::toString)
                                .toList())
                        .offices())
                .hasSize(20);
    }
}
