package org.centrallobby.letter.osdi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of a collection come from, in the order in which they last changed.
 *
 * @param each what the entries are looked for in, one by one, each by its own index; null where they stand in one place
 * @param relation what the collection is called, for instance {@code osdi:people}
 * @param columns of each row; the first two are the id and when it changed last
 * @param tables what is selected from, one after the other: each has all the columns and an index for the order
 * @param condition under which rows belong to it, with named parameters
 * @param id the column of the id
 * @param modified the column of the time
 * @param fields what can be filtered by
 */
record Source(
        @Nullable String each,
        String relation,
        String columns,
        List<String> tables,
        String condition,
        String id,
        String modified,
        Map<String, Filter.Field> fields) {
    /** Selects the page behind {@code :modified} and {@code :id}: from each table as many rows as may be needed, then of these. */
    String page(Filter filter) {
        var order = "order by %s, %s".formatted(modified, id);
        var behind = "(%s, %s) > (:modified, :id) and %s %s limit :most".formatted(modified, id, filter.sql(), order);
        return "select entry.* from %s order by 2, 1".formatted(inEach("(%s) entry".formatted(union(columns, behind))));
    }

    String one() {
        return union(columns, id + " = :id");
    }

    String count(Filter filter) {
        return "select coalesce(sum(found), 0) from "
                + inEach("(%s) counted".formatted(union("count(*) as found", filter.sql())));
    }

    private String inEach(String entries) {
        return each == null ? entries : "%s cross join lateral %s".formatted(each, entries);
    }

    private String union(String selected, String further) {
        return tables.stream()
                .map(table -> "(select %s from %s where %s and %s)".formatted(selected, table, condition, further))
                .collect(Collectors.joining(" union all "));
    }
}
