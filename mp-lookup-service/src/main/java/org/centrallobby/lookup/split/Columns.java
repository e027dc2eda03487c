package org.centrallobby.lookup.split;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where postcode and constituency stand in a file, found by the names in its header: each edition renames some. */
record Columns(int postcode, int constituency) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern POSTCODE = Pattern.compile("pcds");
    private static final Pattern CONSTITUENCY = Pattern.compile("pcon(\\d\\d)?(cd)?");

    /** Empty where the header names not exactly one column for each: that file is something else. */
    static Optional<Columns> of(String header) {
        var names = Arrays.stream(header.replace(BYTE_ORDER_MARK, "").split(",", -1))
                .map(name -> name.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        var postcode = only(names, POSTCODE);
        var constituency = only(names, CONSTITUENCY);
        return postcode < 0 || constituency < 0 ? Optional.empty() : Optional.of(new Columns(postcode, constituency));
    }

    int last() {
        return Math.max(postcode, constituency);
    }

    private static int only(List<String> names, Pattern pattern) {
        var found = -1;
        for (var i = 0; i < names.size(); i++) {
            if (pattern.matcher(names.get(i)).matches()) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
