package org.centrallobby.lookup.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeIndexTest {
    private static final List<String> AREAS = List.of("E", "EC", "B", "BA", "SW", "ZE", "AB", "IM", "JE", "A", "Z");

    /** A row of a directory: the place, and the month of its end, null while it is in use, 0 where it is not known. */
    private record Fact(int place, @Nullable Integer month) {
        int entry() {
            return month == null ? place : place | Found.TERMINATED | month << Found.MONTH_SHIFT;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itAnswersAsAPlainMapDoesBeforeAndAfterItWasKept(long seed) {
        var random = new Random(seed);
        var facts = facts(random, 60_000);

        var index = index(facts);
        var readAgain = PostcodeIndexFile.read(PostcodeIndexFile.write(index));

        assertThat(index.size()).isEqualTo(facts.size());
        assertThat(index.terminated()).isEqualTo((int)
                facts.values().stream().filter(fact -> fact.month() != null).count());
        assertThat(readAgain.sameAs(index)).isTrue();
        facts.forEach((postcode, fact) -> {
            assertThat(index.entry(PackedPostcode.of(postcode))).isEqualTo(fact.entry());
            assertThat(readAgain.entry(PackedPostcode.of(postcode))).isEqualTo(fact.entry());
        });
        for (var i = 0; i < 60_000; i++) {
            var postcode = RandomPostcodes.next(random, AREAS);
            var expected = facts.get(postcode);
            assertThat(index.entry(PackedPostcode.of(postcode)))
                    .isEqualTo(expected == null ? PostcodeIndex.ABSENT : expected.entry());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void howeverItIsTypedTheDirectoryFindsWhatAPlainMapHolds(long seed) {
        var random = new Random(seed);
        var facts = facts(random, 20_000);
        var directory = PostcodeDirectory.of(index(facts), Optional.empty(), Map.of());
        var packed = facts.keySet().stream().map(PackedPostcode::of).collect(Collectors.toSet());

        facts.forEach((postcode, fact) -> {
            var typed = RandomPostcodes.typed(random, postcode);
            var found = directory.find(typed);
            var spelt = PlainReading.of(typed);
            // A slip may spell another postcode that exists; that one is then what was typed.
            var exact = spelt == null ? null : facts.get(spelt);
            if (spelt != null && exact != null) {
                assertThat(found)
                        .as("%s", postcode)
                        .isEqualTo(Found.of(PackedPostcode.of(spelt), exact.entry(), false));
            } else {
                assertThat(Found.isCorrected(found)).as("%s", postcode).isTrue();
                assertThat(packed).contains(Found.packed(found));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1 1AA", "Z99 9ZZ", "ZZ9Z 9ZZ", "NPT 0AA", "GIR 0AA", "SW1A 0AA", "M1 1AE", "EC1V 9UV"})
    void aPostcodeIsTheSameAfterItWasPacked(String text) {
        var halves = text.split(" ");
        var packed = PackedPostcode.of(new Postcode(halves[0], halves[1]));

        assertThat(PackedPostcode.text(packed)).isEqualTo(text);
        assertThat(PackedPostcode.of(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, text.length()))
                .isEqualTo(packed);
    }

    @Test
    void theSameRowTwiceCountsOnceAndOfTwoThatDifferOneIsCountedAsSuch() {
        var rows = new PostcodeRows();
        var packed = PackedPostcode.of(new Postcode("E17", "4AH"));
        rows.live(packed, 7);
        rows.live(packed, 7);
        rows.terminated(packed, 7, 24_000);

        var built = PostcodeIndexBuilder.build(List.of(rows));

        assertThat(built.index().size()).isEqualTo(1);
        assertThat(built.repeated()).isEqualTo(1);
        assertThat(built.contradicting()).isEqualTo(1);
    }

    @Test
    void aSectorAndAnOutwardHalfNameTheirPlacesByTheNumberOfPostcodes() {
        var rows = new PostcodeRows();
        rows.live(PackedPostcode.of(new Postcode("E17", "4AH")), 7);
        rows.live(PackedPostcode.of(new Postcode("E17", "4AJ")), 9);
        rows.live(PackedPostcode.of(new Postcode("E17", "4AL")), 9);
        rows.live(PackedPostcode.of(new Postcode("E17", "5AL")), 3);
        rows.live(PackedPostcode.of(new Postcode("E18", "4AL")), 5);
        rows.terminated(PackedPostcode.of(new Postcode("E17", "4AN")), PostcodeRows.place(Territory.NON_GEOGRAPHIC), 0);
        var index = PostcodeIndexBuilder.build(List.of(rows)).index();
        var packed = PackedPostcode.of(new Postcode("E17", "4ZZ"));

        assertThat(index.placesOfSector(PackedPostcode.sector(packed))).containsExactly(9, 7);
        assertThat(index.placesOfOutward(PackedPostcode.outwardOfSector(PackedPostcode.sector(packed))))
                .startsWith(9)
                .containsExactlyInAnyOrder(9, 7, 3);
        assertThat(index.placesOfSector(PackedPostcode.sector(PackedPostcode.of(new Postcode("E16", "4AH")))))
                .isEmpty();
        assertThat(index.countByPlace(10)).containsExactly(0, 0, 0, 1, 0, 1, 0, 1, 0, 2);
    }

    @Test
    void anIndexOfAnotherFormIsNotRead() {
        assertThatThrownBy(() -> PostcodeIndexFile.read(new byte[] {0, 0, 0, 99}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PostcodeIndexFile.read(new byte[] {0})).isInstanceOf(IllegalArgumentException.class);
        var whole = PostcodeIndexFile.write(PostcodeIndex.EMPTY);
        assertThatThrownBy(() -> PostcodeIndexFile.read(java.util.Arrays.copyOf(whole, whole.length - 5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<Postcode, Fact> facts(Random random, int count) {
        var facts = new HashMap<Postcode, Fact>();
        while (facts.size() < count) {
            var place = random.nextInt(8) == 0
                    ? PostcodeRows.place(Territory.values()[random.nextInt(Territory.values().length)])
                    : random.nextInt(650);
            var month = random.nextInt(3) > 0 ? null : random.nextInt(9) == 0 ? 0 : 1973 * 12 + random.nextInt(640);
            facts.put(RandomPostcodes.next(random, AREAS), new Fact(place, month));
        }
        return facts;
    }

    /** By several threads, as it were. */
    private static PostcodeIndex index(Map<Postcode, Fact> facts) {
        var parts = List.of(new PostcodeRows(), new PostcodeRows(), new PostcodeRows());
        facts.forEach((postcode, fact) -> {
            var rows = parts.get(Math.floorMod(postcode.hashCode(), parts.size()));
            var packed = PackedPostcode.of(postcode);
            if (fact.month() == null) {
                rows.live(packed, fact.place());
            } else {
                rows.terminated(packed, fact.place(), fact.month());
            }
        });
        return PostcodeIndexBuilder.build(parts).index();
    }
}
