package org.centrallobby.lookup.postcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.centrallobby.lookup.postcode.PostcodeIndex.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeIndexTest {
    private static final List<String> AREAS = List.of("E", "EC", "B", "BT", "SW", "ZE", "AB", "IM", "JE");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itAnswersAsAPlainMapDoesBeforeAndAfterItWasKept(long seed) {
        var random = new Random(seed);
        Map<Postcode, Entry> expected = new HashMap<>();
        var builder = new PostcodeIndexBuilder();
        for (var i = 0; i < 60_000; i++) {
            var postcode = random(random);
            if (!expected.containsKey(postcode)) {
                expected.put(postcode, added(builder, postcode, random));
            }
        }

        var index = builder.build();
        var readAgain = PostcodeIndexFile.read(PostcodeIndexFile.write(index));

        assertThat(index.size()).isEqualTo(expected.size());
        assertThat(index.terminated()).isEqualTo((int)
                expected.values().stream().filter(Entry::terminated).count());
        expected.forEach((postcode, entry) -> {
            assertThat(index.find(postcode)).hasValue(entry);
            assertThat(readAgain.find(postcode)).hasValue(entry);
        });
        for (var i = 0; i < 60_000; i++) {
            var postcode = random(random);
            assertThat(index.find(postcode)).isEqualTo(Optional.ofNullable(expected.get(postcode)));
        }
    }

    @Test
    void aSplitPostcodeNamesAllItsConstituencies() {
        var builder = new PostcodeIndexBuilder();
        builder.live(new Postcode("E17", "4AH"), "E14001167");
        builder.split(new Postcode("E17", "4AH"), List.of("E14001167", "E14001563"));

        var index = PostcodeIndexFile.read(PostcodeIndexFile.write(builder.build()));

        assertThat(index.find(new Postcode("E17", "4AH")).orElseThrow().codes())
                .containsExactly("E14001167", "E14001563");
        assertThat(index.split()).isEqualTo(1);
        assertThat(index.constituencies()).containsExactlyInAnyOrder("E14001167", "E14001563");
    }

    @Test
    void theSameRowTwiceCountsOnceAndAnotherOneIsRefused() {
        var builder = new PostcodeIndexBuilder();
        builder.live(new Postcode("E17", "4AH"), "E14001167");
        builder.live(new Postcode("E17", "4AH"), "E14001167");
        assertThat(builder.build().size()).isEqualTo(1);

        builder.live(new Postcode("E17", "4AH"), "E14001563");
        assertThatThrownBy(builder::build).hasMessageContaining("twice").hasMessageNotContaining("4AH");
    }

    @Test
    void aSplitPostcodeHasToExist() {
        var builder = new PostcodeIndexBuilder();
        builder.split(new Postcode("E17", "4AH"), List.of("E14001167", "E14001563"));

        assertThatThrownBy(builder::build).hasMessageContaining("split").hasMessageNotContaining("4AH");
    }

    @Test
    void itTellsWhichAreasItKnows() {
        var builder = new PostcodeIndexBuilder();
        builder.live(new Postcode("BT4", "3XX"), "N05000001");
        builder.live(new Postcode("B1", "1BB"), "E14001096");
        var index = builder.build();

        assertThat(index.knowsArea("BT")).isTrue();
        assertThat(index.knowsArea("B")).isTrue();
        assertThat(index.knowsArea("BS")).isFalse();
        assertThat(index.knowsArea("T")).isFalse();
        assertThat(PostcodeIndex.EMPTY.knowsArea("BT")).isFalse();
    }

    @Test
    void anIndexOfAnotherFormIsNotRead() {
        assertThatThrownBy(() -> PostcodeIndexFile.read(new byte[] {0, 0, 0, 99}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PostcodeIndexFile.read(new byte[] {0})).isInstanceOf(IllegalArgumentException.class);
    }

    private static Entry added(PostcodeIndexBuilder builder, Postcode postcode, Random random) {
        var code = "E1400%04d".formatted(1063 + random.nextInt(650));
        var month = random.nextInt(10) == 0 ? null : YearMonth.of(1973, 1).plusMonths(random.nextInt(640));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                builder.terminated(postcode, code, month);
                return new Entry(List.of(code), true, month, null);
            }
            case 3 -> {
                var territory = Territory.values()[random.nextInt(Territory.values().length)];
                builder.outside(postcode, territory, month != null, month);
                return new Entry(List.of(), month != null, month, territory);
            }
            default -> {
                builder.live(postcode, code);
                return new Entry(List.of(code), false, null, null);
            }
        }
    }

    private static Postcode random(Random random) {
        var area = AREAS.get(random.nextInt(AREAS.size()));
        var letters = Postcode.INWARD_LETTERS;
        var tail = random.nextInt(3) == 0 ? String.valueOf((char) ('A' + random.nextInt(26))) : "";
        return new Postcode(
                area + random.nextInt(10) + tail,
                "" + random.nextInt(10)
                        + letters.charAt(random.nextInt(letters.length()))
                        + letters.charAt(random.nextInt(letters.length())));
    }
}
