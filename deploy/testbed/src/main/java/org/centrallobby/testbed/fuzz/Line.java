package org.centrallobby.testbed.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which somebody writes what no client would. */
public final class Line implements AutoCloseable {
    private final Socket socket = new Socket();

    public Line(int port) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setTcpNoDelay(true);
    }

    /** @throws IOException where the other side has closed */
    public void write(String octets) throws IOException {
        write(octets.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** @throws IOException where the other side has closed */
    public void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    /**
     * What was answered until the other side closed, or for so long.
     *
     * @param isClosed whether it did
     */
    public record Heard(String text, boolean isClosed) {
        /** The status of the first answer; 0 where there was none. */
        public int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        /** How many answers there are. */
        public int answers() {
            return text.split("HTTP/1\\.\\d ", -1).length - 1;
        }
    }

    /** Reads until the other side closes, at most so long after the last that came. */
    public Heard listen(Duration patience) throws IOException {
        var heard = new ByteArrayOutputStream();
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        try {
            socket.getInputStream().transferTo(heard);
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), true);
        } catch (SocketTimeoutException e) {
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), false);
        } catch (SocketException e) {
            return new Heard(heard.toString(StandardCharsets.ISO_8859_1), true);
        }
    }

    /** Whether the other side has closed by now; what it said is lost. */
    boolean isClosed() throws IOException {
        socket.setSoTimeout(1);
        try {
            while (socket.getInputStream().read() >= 0) {
                // On to the end.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
