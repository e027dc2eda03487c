package org.centrallobby.lookup.file;

import java.util.concurrent.atomic.LongAdder;

/** How far the reading of a source has come; written by the threads that read, read by whoever wants to know. */
public final class Progress {
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder expected = new LongAdder();

    /** Bytes read so far, of what is compressed the unpacked ones. */
    public long bytes() {
        return bytes.sum();
    }

    /** Bytes that will be read in all, as far as that is known; 0 where it is not. */
    public long expected() {
        return expected.sum();
    }

    /** Rows, answers or whatever else the source consists of, read so far. */
    public long rows() {
        return rows.sum();
    }

    /** So many more bytes will be read. */
    public void expect(long more) {
        expected.add(more);
    }

    void readBytes(long more) {
        bytes.add(more);
    }

    /** So many more rows are read. */
    public void readRows(long more) {
        rows.add(more);
    }
}
