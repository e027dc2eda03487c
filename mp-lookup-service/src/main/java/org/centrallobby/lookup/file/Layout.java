package org.centrallobby.lookup.file;

import java.util.Arrays;

/** In which columns of one file the wanted fields stand. */
final class Layout {
    private final int fields;
    private final int[] fieldIn;

    /** @param columns the column of each wanted field, or {@link Header#MISSING} */
    Layout(int[] columns) {
        this.fields = columns.length;
        this.fieldIn = new int[Arrays.stream(columns).max().orElse(Header.MISSING) + 1];
        Arrays.fill(fieldIn, -1);
        for (var field = 0; field < columns.length; field++) {
            if (columns[field] != Header.MISSING) {
                fieldIn[columns[field]] = field;
            }
        }
    }

    int fields() {
        return fields;
    }

    /** The last column that is wanted; what stands behind it is passed over. */
    int last() {
        return fieldIn.length - 1;
    }

    /** Which wanted field stands in the column; -1 where none does. */
    int fieldIn(int column) {
        return fieldIn[column];
    }
}
