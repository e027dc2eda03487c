package org.centrallobby.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server on loopback that takes every mail, for anyone, and keeps it in a folder. It never passes anything on.
 * Told to refuse, it answers as a relay in trouble does.
 */
public final class Mailbox implements AutoCloseable {
    private static final int LARGEST_MAIL = 5_000_000;

    private final Path folder;
    private final int port;
    private final TreeMap<Integer, ReceivedMail> mails = new TreeMap<>();
    private @Nullable SMTPServer server;
    private volatile @Nullable Refusal refusal;
    private volatile long delayMillis;

    /** When in the conversation a refusal is spoken. */
    public enum Stage {
        MAIL,
        RECIPIENT,
        /** After the last line of the message, where an acceptance would stand. */
        END_OF_DATA
    }

    /**
     * What the server says instead of taking a mail.
     *
     * @param reply the text after the code, enhanced status code first
     */
    public record Refusal(Stage stage, int code, String reply) {}

    private Mailbox(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts a server that keeps its mails in the folder; mails of an earlier run that lie there are its own again. */
    public static Mailbox start(Path folder, int port) {
        var mailbox = new Mailbox(folder, port);
        mailbox.load();
        mailbox.start();
        return mailbox;
    }

    /** Listens again after {@link #stop()}. */
    public void start() {
        var starting = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("mailbox.example")
                .softwareName("Central Lobby mailbox")
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST_MAIL)
                .maxConnections(200)
                .messageHandlerFactory(Conversation::new)
                .build();
        starting.start();
        server = starting;
    }

    /** Closes the port: whoever wants to deliver is refused the connection. */
    public void stop() {
        var running = server;
        server = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void close() {
        stop();
    }

    public int port() {
        return port;
    }

    /** From now on every mail is refused like this; null: everything is taken again. */
    public void refuse(@Nullable Refusal refusal) {
        this.refusal = refusal;
    }

    /** How long the server thinks before it accepts a message that it has read wholly; 0 at first. */
    public void delayAcceptance(long millis) {
        this.delayMillis = millis;
    }

    /** All mails, oldest first. */
    public List<ReceivedMail> mails() {
        synchronized (mails) {
            return List.copyOf(mails.values());
        }
    }

    /** The mails to a recipient, oldest first. */
    public List<ReceivedMail> mailsTo(String recipient) {
        return mails().stream()
                .filter(mail -> mail.recipient().equalsIgnoreCase(recipient))
                .toList();
    }

    private void keep(String sender, String recipient, byte[] message) throws IOException {
        synchronized (mails) {
            var number = mails.isEmpty() ? 1 : mails.lastKey() + 1;
            var mail = new ReceivedMail(number, Instant.now(), sender, recipient, message);
            var written = Files.write(folder.resolve(number + ".part"), onDisk(mail));
            Files.move(written, folder.resolve("%06d.eml".formatted(number)), StandardCopyOption.ATOMIC_MOVE);
            mails.put(number, mail);
        }
    }

    /** The envelope stands before the message as a final delivery writes it (RFC 5321, section 4.4). */
    private static byte[] onDisk(ReceivedMail mail) {
        var envelope = "Return-Path: <%s>\r\nDelivered-To: %s\r\n".formatted(mail.sender(), mail.recipient());
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(envelope.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(mail.bytes());
        return bytes.toByteArray();
    }

    private void load() {
        try {
            Files.createDirectories(folder);
            try (var files = Files.newDirectoryStream(folder, "*.eml")) {
                for (var file : files) {
                    var mail = read(file);
                    mails.put(mail.number(), mail);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mailbox folder %s cannot be read".formatted(folder), e);
        }
    }

    private static ReceivedMail read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var firstEnd = text.indexOf("\r\n");
        var secondEnd = text.indexOf("\r\n", firstEnd + 2);
        var sender = text.substring("Return-Path: <".length(), firstEnd - 1);
        var recipient = text.substring(firstEnd + 2 + "Delivered-To: ".length(), secondEnd);
        var name = file.getFileName().toString();
        return new ReceivedMail(
                Integer.parseInt(name.substring(0, name.indexOf('.'))),
                Files.getLastModifiedTime(file).toInstant(),
                sender,
                recipient,
                java.util.Arrays.copyOfRange(bytes, secondEnd + 2, bytes.length));
    }

    /** One mail as it comes in. */
    private final class Conversation implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        private Conversation(MessageContext context) {}

        @Override
        public void from(String from) throws RejectException {
            refuseAt(Stage.MAIL);
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            refuseAt(Stage.RECIPIENT);
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream message) throws RejectException, IOException {
            var bytes = message.readAllBytes();
            refuseAt(Stage.END_OF_DATA);
            for (var recipient : recipients) {
                keep(sender, recipient, bytes);
            }
            pause();
            return "2.0.0 Ok: kept for " + recipients.size() + " recipient(s)";
        }

        @Override
        public void done() {}

        private void refuseAt(Stage stage) throws RejectException {
            var current = refusal;
            if (current != null && current.stage() == stage) {
                throw new RejectException(current.code(), current.reply());
            }
        }

        private void pause() {
            try {
                Thread.sleep(delayMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
