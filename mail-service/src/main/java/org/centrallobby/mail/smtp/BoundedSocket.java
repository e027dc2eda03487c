package org.centrallobby.mail.smtp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket that reads no more between two commands than an answer can need: what is behind it collects whole lines. */
final class BoundedSocket extends Socket {
    /** Generous for an answer of several lines and for a certificate chain. */
    private static final int LONGEST_ANSWER = 256 * 1024;

    private volatile int read;

    /** Another answer begins. */
    void beginAnswer() {
        read = 0;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                var octet = super.read();
                count(1);
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var count = super.read(buffer, offset, length);
                count(count);
                return count;
            }
        };
    }

    @SuppressWarnings(
            "NonAtomicVolatileUpdate") // One thread reads; the field is volatile for the one that comes after it.
    private void count(int octets) throws IOException {
        read += Math.max(0, octets);
        if (read > LONGEST_ANSWER) {
            throw new IOException("The server's answer does not end");
        }
    }
}
