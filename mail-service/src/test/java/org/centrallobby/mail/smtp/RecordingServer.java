package org.centrallobby.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server that keeps every octet it is sent: commands as lines, mails with their doubled dots and their end. */
final class RecordingServer implements AutoCloseable {
    /** One message as it came. */
    record Recorded(byte[] octets) {
        String text() {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }

        /** The message without what the wire adds: dots undone, the closing line gone. */
        byte[] message() {
            var lines = text().replaceAll("(?m)^\\.\\.", ".");
            return lines.substring(0, lines.length() - ".\r\n".length()).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final ServerSocket socket;
    private final List<String> extensions;
    private final @Nullable SSLContext encryption;
    private final boolean encryptedFromTheStart;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> inClearText = new CopyOnWriteArrayList<>();
    private final List<Recorded> mails = new CopyOnWriteArrayList<>();

    private RecordingServer(List<String> extensions, @Nullable SSLContext encryption, boolean fromTheStart) {
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.extensions = extensions;
        this.encryption = encryption;
        this.encryptedFromTheStart = fromTheStart;
        Thread.ofVirtual().start(this::accept);
    }

    /** In clear text, offering what is given. */
    static RecordingServer offering(String... extensions) {
        return new RecordingServer(List.of(extensions), null, false);
    }

    /** Offers STARTTLS with the certificate of that name, and more. */
    static RecordingServer withStartTls(String certificate, String... extensions) {
        var offered = new java.util.ArrayList<>(List.of(extensions));
        offered.add("STARTTLS");
        return new RecordingServer(offered, context(certificate), false);
    }

    /** Encrypted from the first octet. */
    static RecordingServer encrypted(String certificate, String... extensions) {
        return new RecordingServer(List.of(extensions), context(certificate), true);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    /** The commands that came before encryption. */
    List<String> inClearText() {
        return inClearText;
    }

    List<Recorded> mails() {
        return mails;
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client) {
            var talking = encryptedFromTheStart ? encrypt(client) : client;
            var encrypted = encryptedFromTheStart;
            say(talking, "220 relay.example ESMTP");
            for (var line = line(talking.getInputStream()); line != null; line = line(talking.getInputStream())) {
                commands.add(line);
                if (!encrypted) {
                    inClearText.add(line);
                }
                switch (line.split("[ :]")[0].toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> greet(talking, encrypted);
                    case "STARTTLS" -> {
                        say(talking, "220 go on");
                        talking = encrypt(talking);
                        encrypted = true;
                    }
                    case "AUTH" -> say(talking, "235 2.7.0 welcome");
                    case "DATA" -> {
                        say(talking, "354 go on");
                        mails.add(new Recorded(data(talking.getInputStream())));
                        say(talking, "250 2.0.0 kept as " + mails.size());
                    }
                    case "QUIT" -> {
                        say(talking, "221 bye");
                        return;
                    }
                    default -> say(talking, "250 ok");
                }
            }
        } catch (IOException e) {
            // The other side is gone, or does not trust us.
        }
    }

    private void greet(Socket talking, boolean encrypted) throws IOException {
        var offered = extensions.stream()
                .filter(extension -> !encrypted || !extension.equals("STARTTLS"))
                .toList();
        var reply = new StringBuilder("250-relay.example\r\n");
        for (var extension : offered) {
            reply.append("250-").append(extension).append("\r\n");
        }
        say(talking, reply + "250 HELP");
    }

    private Socket encrypt(Socket plain) throws IOException {
        var context = encryption;
        if (context == null) {
            throw new IOException("no encryption here");
        }
        var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    private static void say(Socket socket, String reply) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n') {
                return line.toString(StandardCharsets.UTF_8).replaceAll("\r\n$", "");
            }
        }
        return null;
    }

    private static byte[] data(InputStream in) throws IOException {
        var data = new ByteArrayOutputStream();
        for (var octet = in.read(); octet >= 0; octet = in.read()) {
            data.write(octet);
            if (octet == '\n'
                    && data.size() >= 5
                    && data.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n.\r\n")) {
                break;
            }
        }
        return data.toByteArray();
    }

    private static SSLContext context(String certificate) {
        try (var in = Files.newInputStream(Path.of("src/test/resources/tls", certificate + ".p12"))) {
            var password = "test".toCharArray();
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
