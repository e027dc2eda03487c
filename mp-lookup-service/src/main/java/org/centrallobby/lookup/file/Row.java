package org.centrallobby.lookup.file;

import org.jspecify.annotations.Nullable;

/** A line under the scanner, cut into the fields that are wanted. It is overwritten by the next line. */
public final class Row {
    private static final byte QUOTE = '"';
    private static final byte COMMA = ',';

    private byte[] bytes = {};
    private int[] from = {};
    private int[] to = {};
    private long position;
    private boolean complete;
    private @Nullable Layout layout;

    /** The bytes that the fields lie in. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a wanted field begins, without blanks and quotes; the number is that of the order in which fields were asked for. */
    public int from(int field) {
        return from[field];
    }

    /** Where it ends: the first byte behind it. Equal to its beginning where the field is empty or the file does not have it. */
    public int to(int field) {
        return to[field];
    }

    public boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    /** Names the line, until {@link LineScan.Lines#number} tells its number. */
    public long position() {
        return position;
    }

    /** Whether the line has all the fields that are wanted; only then may they be looked at. */
    public boolean isComplete() {
        return complete;
    }

    /** Cuts a line of a block. */
    Row cut(Block block, int start, int end, int line) {
        bytes = block.bytes;
        position = block.position + line;
        if (layout != block.layout) {
            layout = block.layout;
            from = new int[layout.fields()];
            to = new int[layout.fields()];
        }
        complete = cut(block.layout, start, end);
        return this;
    }

    private boolean cut(Layout columns, int start, int end) {
        var at = start;
        for (var column = 0; column <= columns.last(); column++) {
            if (at > end) {
                return false;
            }
            var fieldEnd = endOfField(at, end);
            var field = columns.fieldIn(column);
            if (field >= 0) {
                keep(field, at, fieldEnd);
            }
            at = fieldEnd + 1;
        }
        return true;
    }

    /** The comma behind the field, or the end of the line. A comma between quotes belongs to the field. */
    private int endOfField(int start, int end) {
        var at = start;
        if (at < end && bytes[at] == QUOTE) {
            at++;
            while (at < end && bytes[at] != QUOTE) {
                at++;
            }
        }
        while (at < end && bytes[at] != COMMA) {
            at++;
        }
        return at;
    }

    private void keep(int field, int start, int end) {
        var first = start;
        var behind = end;
        while (first < behind && isFrame(bytes[first])) {
            first++;
        }
        while (behind > first && isFrame(bytes[behind - 1])) {
            behind--;
        }
        from[field] = first;
        to[field] = behind;
    }

    private static boolean isFrame(byte b) {
        return b == QUOTE || b == ' ' || b == '\t';
    }

    @Override
    public String toString() {
        return "Row[***]";
    }
}
