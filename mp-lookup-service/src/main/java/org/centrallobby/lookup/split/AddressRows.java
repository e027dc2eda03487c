package org.centrallobby.lookup.split;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads two columns of a file of any length in one buffer of fixed size, without making an object for a row. */
final class AddressRows {
    /** A row of the directory has some 250 bytes. */
    static final int LONGEST_ROW = 1 << 16;

    private static final int BUFFER = 1 << 18;
    private static final int END = -1;
    private static final int TOO_LONG = -2;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean ended;
    private long line;

    AddressRows(InputStream in) {
        this.in = in;
    }

    /** Takes the rows; the ranges are what stands between the quotes, if there are any. */
    interface Taker {
        void row(long line, byte[] bytes, int postcode, int postcodeEnd, int constituency, int constituencyEnd);

        void junk(long line, String reason);
    }

    /**
     * Reads the whole file.
     *
     * @return whether its header names both columns; if not, no row was read
     */
    boolean read(Taker taker) throws IOException {
        var end = nextRow();
        var columns = end < 0 ? null : Columns.of(text(end)).orElse(null);
        if (columns == null) {
            return false;
        }
        from = Math.min(end + 1, to);
        var cut = new int[2 * (columns.last() + 1)];
        for (end = nextRow(); end != END; end = nextRow()) {
            if (end == TOO_LONG) {
                taker.junk(line, "the line is longer than %d bytes".formatted(LONGEST_ROW));
                skipRow();
                continue;
            }
            var rowEnd = trimmedEnd(end);
            if (rowEnd > from) {
                if (cut(rowEnd, cut)) {
                    var p = 2 * columns.postcode();
                    var c = 2 * columns.constituency();
                    taker.row(line, buffer, cut[p], cut[p + 1], cut[c], cut[c + 1]);
                } else {
                    taker.junk(line, "the line has fewer columns than the header");
                }
            }
            from = Math.min(end + 1, to);
        }
        return true;
    }

    /** Where the row that begins at {@link #from} ends: at a line feed (none stands inside quotes here), or where the file does. */
    private int nextRow() throws IOException {
        line++;
        var at = from;
        while (true) {
            for (; at < to; at++) {
                if (buffer[at] == '\n') {
                    return at - from > LONGEST_ROW ? TOO_LONG : at;
                }
            }
            if (to - from > LONGEST_ROW) {
                return TOO_LONG;
            }
            if (ended) {
                return from == to ? END : to;
            }
            at -= from;
            fill();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        var read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            ended = true;
        } else {
            to += read;
        }
    }

    private void skipRow() throws IOException {
        while (true) {
            for (; from < to; from++) {
                if (buffer[from] == '\n') {
                    from++;
                    return;
                }
            }
            if (ended) {
                return;
            }
            fill();
        }
    }

    private String text(int end) {
        return new String(buffer, from, end - from, StandardCharsets.UTF_8);
    }

    private int trimmedEnd(int end) {
        return end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    }

    /** Finds the columns up to the last one that is wanted; false where the row ends before. */
    private boolean cut(int rowEnd, int[] cut) {
        var at = from;
        for (var column = 0; column < cut.length; column += 2) {
            if (at > rowEnd) {
                return false;
            }
            if (at < rowEnd && buffer[at] == '"') {
                var close = closing(at + 1, rowEnd);
                if (close < 0) {
                    return false;
                }
                cut[column] = at + 1;
                cut[column + 1] = close;
                at = close + 1;
                if (at < rowEnd && buffer[at] != ',') {
                    return false;
                }
            } else {
                cut[column] = at;
                while (at < rowEnd && buffer[at] != ',') {
                    at++;
                }
                cut[column + 1] = at;
            }
            at++;
        }
        return true;
    }

    /** The quote that ends a field: not one of a pair, which stands for one quote in the text. */
    private int closing(int at, int rowEnd) {
        for (var i = at; i < rowEnd; i++) {
            if (buffer[i] == '"') {
                if (i + 1 == rowEnd || buffer[i + 1] != '"') {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
