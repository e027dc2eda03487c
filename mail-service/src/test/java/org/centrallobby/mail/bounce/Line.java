package org.centrallobby.mail.bounce;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client of the listener that says what a test wants it to, octet by octet. */
final class Line implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader replies;

    Line(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Says something as it stands. */
    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Says a command and returns the last line of the reply. */
    @Nullable String say(String command) throws IOException {
        write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    /** The last line of the next reply; null where the server has hung up. */
    @Nullable String reply() throws IOException {
        String line;
        do {
            line = replies.readLine();
        } while (line != null && line.length() > 3 && line.charAt(3) == '-');
        return line;
    }

    /** A whole message from nobody in one go; the reply to its last line. */
    @Nullable String deliver(String recipient, byte[] message) throws IOException {
        return deliver("", recipient, message);
    }

    /** The same from somebody. */
    @Nullable String deliver(String sender, String recipient, byte[] message) throws IOException {
        reply();
        say("EHLO test.example");
        say("MAIL FROM:<" + sender + ">");
        var answer = say("RCPT TO:<" + recipient + ">");
        if (answer == null || !answer.startsWith("250")) {
            return answer;
        }
        say("DATA");
        write(message);
        return say("\r\n.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
