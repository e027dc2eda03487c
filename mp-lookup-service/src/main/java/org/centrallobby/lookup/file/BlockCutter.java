package org.centrallobby.lookup.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Cuts blocks into lines and hands these on. */
final class BlockCutter {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LINE_ENDS = '\n' * LOW_BITS;

    private final Blocks blocks;
    private final LineScan.RowReader reader;
    private final Progress progress;
    private final Row row = new Row();

    BlockCutter(Blocks blocks, LineScan.RowReader reader, Progress progress) {
        this.blocks = blocks;
        this.reader = reader;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        for (var block = blocks.takeFull(); block != Block.END; block = blocks.takeFull()) {
            blocks.putEmpty(block, cut(block));
        }
    }

    private int cut(Block block) {
        var lines = 0;
        var rows = 0;
        for (var start = 0; start < block.length; lines++) {
            var end = lineEnd(block.bytes, start);
            var textEnd = end > start && block.bytes[end - 1] == '\r' ? end - 1 : end;
            if (textEnd > start) {
                reader.read(row.cut(block, start, textEnd, lines));
                rows++;
            }
            start = end + 1;
        }
        progress.readRows(rows);
        return lines;
    }

    /** Every block ends with a line end. Eight bytes at a time are tried: most of a line is of no interest. */
    private static int lineEnd(byte[] bytes, int start) {
        var at = start;
        while (at <= bytes.length - Long.BYTES) {
            var differing = (long) EIGHT_BYTES.get(bytes, at) ^ LINE_ENDS;
            var found = (differing - LOW_BITS) & ~differing & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
