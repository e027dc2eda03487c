package org.centrallobby.lookup.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SplitTableTest {
    @Test
    void itFindsWhatAPlainMapFinds() {
        for (var seed = 0; seed < 5; seed++) {
            var random = new Random(seed);
            var table = new SplitTable();
            var map = new TreeMap<Integer, TreeSet<Integer>>();
            for (var row = 0; row < 300_000; row++) {
                // Few postcodes first, so that some get many constituencies, then more than the first table holds.
                var postcode = random.nextInt(row < 1000 ? 100 : 1 << 20) * 2000;
                var place = random.nextInt(row < 1000 ? 4096 : 3);
                table.add(postcode, place);
                map.computeIfAbsent(postcode, absent -> new TreeSet<>()).add(place);
            }

            assertThat(table.size()).isEqualTo(map.size());
            map.values().removeIf(places -> places.size() == 1);
            var splits = table.splits();
            assertThat(splits.keySet().equals(map.keySet())).isTrue();
            splits.forEach((postcode, found) -> assertThat(found)
                    .isEqualTo(map.getOrDefault(postcode, new TreeSet<>()).stream()
                            .mapToInt(Integer::intValue)
                            .toArray()));
        }
    }
}
