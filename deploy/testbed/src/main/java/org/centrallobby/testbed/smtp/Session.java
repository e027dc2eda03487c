package org.centrallobby.testbed.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/** One connection, from the greeting to its end. */
final class Session {
    private static final int LONGEST_LINE = 100_000;

    private final SmtpServer server;
    private final int number;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private String sender = "";
    private String recipient = "";
    private long begun;
    private int mails;

    Session(SmtpServer server, Socket socket, int number) {
        this.server = server;
        this.socket = socket;
        this.number = number;
        this.in = InputStream.nullInputStream();
        this.out = OutputStream.nullOutputStream();
    }

    Socket socket() {
        return socket;
    }

    void run() throws IOException, InterruptedException {
        use(socket);
        if (!say("CONNECT", "")) {
            return;
        }
        for (var line = line(); line != null; line = line()) {
            var said = new String(line, StandardCharsets.UTF_8);
            var verb = said.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            note(verb, said);
            if (!say(verb, said) || verb.equals("QUIT")) {
                return;
            }
        }
    }

    private void note(String verb, String line) {
        switch (verb) {
            case "MAIL" -> {
                begun = System.nanoTime();
                sender = address(line);
            }
            case "RCPT" -> recipient = address(line);
            default -> {}
        }
    }

    /** Answers; returns whether the session goes on. */
    private boolean say(String command, String line) throws IOException, InterruptedException {
        var moment = new Moment(command, line, sender, recipient, number, mails);
        var scripted = server.script().answer(moment);
        var answer = scripted == null ? usual(command) : scripted;
        if (!give(answer)) {
            return false;
        }
        return !command.equals("DATA") || !answer.isGranted() || mail();
    }

    private boolean mail() throws IOException, InterruptedException {
        var bytes = new ByteArrayOutputStream();
        var inHeader = true;
        while (true) {
            var line = line();
            if (line == null) {
                return false;
            }
            if (line.length == 1 && line[0] == '.') {
                break;
            }
            inHeader &= line.length > 0;
            if (inHeader || server.keepsBodies()) {
                var stuffed = line.length > 0 && line[0] == '.' ? 1 : 0;
                bytes.write(line, stuffed, line.length - stuffed);
                bytes.write('\r');
                bytes.write('\n');
            }
        }
        return end(bytes.toByteArray());
    }

    private boolean end(byte[] mail) throws IOException, InterruptedException {
        var scripted = server.script().answer(new Moment(".", "", sender, recipient, number, mails));
        var answer = scripted == null ? usual(".") : scripted;
        if (!answer.pause().isZero()) {
            Thread.sleep(answer.pause());
        }
        if (answer.isGranted()) {
            // Before the client hears of it: whoever dies in between has left a mail here.
            server.take(new TakenMail(
                    begun, System.nanoTime(), number, sender, recipient, TakenMail.messageId(mail), mail));
            mails++;
        }
        return give(answer.after(java.time.Duration.ZERO));
    }

    private Answer usual(String command) {
        return switch (command) {
            case "CONNECT" -> Answer.reply("220 sink.example ESMTP");
            case "EHLO" ->
                Answer.reply("250-sink.example\r\n" + (offersTls() ? "250-STARTTLS\r\n" : "")
                        + "250-SIZE 10485760\r\n250-ENHANCEDSTATUSCODES\r\n250 8BITMIME");
            case "STARTTLS" ->
                offersTls()
                        ? Answer.reply("220 2.0.0 Go ahead").then(Answer.Then.SECURE)
                        : Answer.reply("502 5.5.1 Not offered");
            case "MAIL" -> Answer.reply("250 2.1.0 Ok");
            case "RCPT" -> Answer.reply("250 2.1.5 Ok");
            case "DATA" -> Answer.reply("354 End data with <CR><LF>.<CR><LF>");
            case "." -> Answer.reply("250 2.0.0 Ok: queued as %d-%d".formatted(number, mails + 1));
            case "QUIT" -> Answer.reply("221 2.0.0 Bye").thenHangUp();
            case "RSET", "NOOP", "HELO" -> Answer.reply("250 2.0.0 Ok");
            default -> Answer.reply("502 5.5.2 Not understood");
        };
    }

    private boolean offersTls() {
        return server.tls() != null && !(socket instanceof SSLSocket);
    }

    private boolean give(Answer answer) throws IOException, InterruptedException {
        if (!answer.pause().isZero()) {
            Thread.sleep(answer.pause());
        }
        if (answer.eachByte().isZero()) {
            out.write(answer.text());
            out.flush();
        } else {
            for (var letter : answer.text()) {
                out.write(letter);
                out.flush();
                Thread.sleep(answer.eachByte());
            }
        }
        return switch (answer.then()) {
            case GO_ON -> true;
            case HANG_UP -> false;
            case STALL -> {
                // Until the other side gives up; what it still says is not listened to.
                while (in.read() >= 0) {}
                yield false;
            }
            case SECURE -> secure();
        };
    }

    private boolean secure() throws IOException {
        var context = server.tls();
        if (context == null) {
            return false;
        }
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        server.replace(socket, secured);
        socket = secured;
        secured.startHandshake();
        use(secured);
        return true;
    }

    private void use(Socket connection) throws IOException {
        in = new java.io.BufferedInputStream(connection.getInputStream(), 16_384);
        out = connection.getOutputStream();
    }

    /** The next line without its end; null at the end of the stream. */
    private byte @org.jspecify.annotations.Nullable [] line() throws IOException {
        var line = new ByteArrayOutputStream(128);
        for (var letter = in.read(); letter >= 0; letter = in.read()) {
            if (letter == '\n') {
                var bytes = line.toByteArray();
                var end = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
                return java.util.Arrays.copyOf(bytes, end);
            }
            line.write(letter);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("The line does not end");
            }
        }
        return null;
    }

    private static String address(String line) {
        var begin = line.indexOf('<');
        var end = line.indexOf('>', begin + 1);
        return begin < 0 || end < 0 ? "" : line.substring(begin + 1, end);
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed then.
        }
    }
}
