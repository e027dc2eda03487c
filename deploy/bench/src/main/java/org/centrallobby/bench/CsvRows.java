package org.centrallobby.bench;

import java.io.OutputStream;

/** Counts the rows of a CSV after its header: line ends between quotation marks are none of a row. */
final class CsvRows extends OutputStream {
    private long bytes;
    private long lines;
    private boolean quoted;

    @Override
    public void write(int next) {
        write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        bytes += length;
        for (var place = offset; place < offset + length; place++) {
            // Two in a row are one that is meant, and switch back and forth.
            if (buffer[place] == '"') {
                quoted = !quoted;
            } else if (buffer[place] == '\n' && !quoted) {
                lines++;
            }
        }
    }

    long bytes() {
        return bytes;
    }

    long count() {
        return Math.max(0, lines - 1);
    }
}
