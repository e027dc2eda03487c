package org.centrallobby.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of a stream. */
final class BoundedInputStream extends FilterInputStream {
    private long left;

    private BoundedInputStream(InputStream in, long bytes) {
        super(in);
        this.left = bytes;
    }

    static InputStream of(InputStream in, long bytes) {
        return new BoundedInputStream(in, bytes);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        var read = super.read(buffer, offset, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}
