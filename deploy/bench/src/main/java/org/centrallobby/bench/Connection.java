package org.centrallobby.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection to a service, kept open. It speaks as much HTTP/1.1 as the load needs: a client that does more would take
 * a large part of the two processors from the service that is measured.
 */
final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLISECONDS = 10_000;

    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * A request.
     *
     * @param head further header lines, each with its line end
     * @param body that is posted; empty for something that is only asked for
     */
    record Request(String path, String head, byte[] body) {
        static Request get(String path, String head) {
            return new Request(path, head, new byte[0]);
        }

        private String lines() {
            return body.length == 0
                    ? "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\n".formatted(path, head)
                    : "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
                            .formatted(path, head, body.length);
        }
    }

    /** Sends a request and waits for the whole answer; returns its status. */
    int send(Request request) throws IOException {
        var head = request.lines();
        var message = new ByteArrayOutputStream(head.length() + request.body().length);
        message.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        message.writeBytes(request.body());
        socket.getOutputStream().write(message.toByteArray());
        return answer();
    }

    private int answer() throws IOException {
        var status = Integer.parseInt(line().split(" ")[1]);
        var length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.substring(0, header.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
            if (name.equals("content-length")) {
                length = Integer.parseInt(header.substring(name.length() + 1).strip());
            } else if (name.equals("transfer-encoding")) {
                chunked = true;
            }
        }
        if (status == 304) {
            return status;
        }
        if (!chunked) {
            in.skipNBytes(length);
            return status;
        }
        for (var size = chunk(); size > 0; size = chunk()) {
            in.skipNBytes(size);
            line();
        }
        line();
        return status;
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
