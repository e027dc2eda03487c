package org.centrallobby.letter.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client reads from, watched: the thread that writes waits for the client, and nothing else would ever end that.
 * Written to by one thread, looked at by another.
 */
final class PatientOutput extends FilterOutputStream {
    private static final int PIECE = 65_536;

    private volatile @Nullable Long waitingSince;

    PatientOutput(OutputStream client) {
        super(client);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (var written = 0; written < length; written += PIECE) {
            waitingSince = System.nanoTime();
            out.write(bytes, from + written, Math.min(PIECE, length - written));
            waitingSince = null;
        }
    }

    @Override
    public void close() throws IOException {
        waitingSince = System.nanoTime();
        super.close();
        waitingSince = null;
    }

    /** Whether the client has not taken the present piece for that long. */
    boolean isStuckFor(Duration patience) {
        var since = waitingSince;
        return since != null && System.nanoTime() - since > patience.toNanos();
    }
}
