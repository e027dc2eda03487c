package org.centrallobby.e2e.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.centrallobby.testbed.Ports;
import org.centrallobby.testbed.ReceivedMail;
import org.centrallobby.testbed.smtp.Answer;
import org.centrallobby.testbed.smtp.Moment;
import org.centrallobby.testbed.smtp.Script;
import org.centrallobby.testbed.smtp.SmtpServer;
import org.centrallobby.testbed.smtp.TakenMail;
import org.jspecify.annotations.Nullable;

/** The server at the other end: it keeps the account of what arrived, hands supporters their links, and misbehaves on request. */
final class Sink implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("/confirm/([A-Za-z0-9_-]+)");
    private static final Pattern WRITER = Pattern.compile(Supporter.MAILBOX + "(\\d+)@");
    private static final String OFFICES = "@mp.example";

    /** Of so many mails one is taken and hung up on, while that is the fault. */
    private static final int DROPPED_ONE_IN = 3;

    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Map<Integer, CompletableFuture<String>> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger mails = new AtomicInteger();
    private final SmtpServer server = SmtpServer.handing(Ports.free(), Script.friendly(), this::take);

    int port() {
        return server.port();
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    int count() {
        return mails.get();
    }

    /** The token of the link that was mailed to a supporter, once it has arrived. */
    CompletableFuture<String> token(int supporter) {
        return tokens.computeIfAbsent(supporter, number -> new CompletableFuture<>());
    }

    /** From now on does this wrong; null: nothing. */
    void misbehave(@Nullable FaultKind fault) {
        server.follow(fault == null ? Script.friendly() : moment -> answer(fault, moment));
    }

    private @Nullable Answer answer(FaultKind fault, Moment moment) {
        return switch (fault) {
            case REFUSE_CONNECTIONS ->
                moment.is("CONNECT") || moment.is("MAIL")
                        ? Answer.reply("421 4.3.2 Not at the moment").thenHangUp()
                        : null;
            case REFUSE_RECIPIENTS -> moment.is("RCPT") ? Answer.reply("451 4.7.1 Try again later") : null;
            case REFUSE_MAILS -> moment.is(".") ? Answer.reply("452 4.3.1 No room for this mail") : null;
            case HANG_AT_GREETING -> moment.is("CONNECT") ? Answer.stall() : null;
            case HANG_AT_END ->
                moment.is(".")
                        ? Answer.reply("250 2.0.0 Ok").after(Duration.ofSeconds(Stage.SMTP_PATIENCE_SECONDS + 1L))
                        : null;
            case DROP_AFTER_TAKING ->
                moment.is(".") && mails.get() % DROPPED_ONE_IN == 0
                        ? Answer.raw(new byte[] {'2', '5'}).thenHangUp()
                        : null;
            case KILL, PAUSE, RESTART, SKEW -> throw new IllegalArgumentException("Nothing of a relay: " + fault);
        };
    }

    private void take(TakenMail taken) {
        var number = mails.incrementAndGet();
        var mail = new ReceivedMail(number, Instant.now(), taken.sender(), taken.recipient(), taken.bytes());
        var toMember = taken.recipient().endsWith(OFFICES);
        var writer = writer(toMember ? String.valueOf(mail.header("Reply-To")) : taken.recipient());
        arrivals.add(new Arrival(mailOf(taken.messageId()), toMember, writer));
        if (!toMember) {
            var link = LINK.matcher(mail.text());
            if (link.find()) {
                token(writer).complete(link.group(1));
            }
        }
    }

    /** The mail-service names a mail by its id. */
    private static UUID mailOf(String messageId) {
        return UUID.fromString(messageId.substring(1, messageId.indexOf('@')));
    }

    private static int writer(String address) {
        var writer = WRITER.matcher(address);
        return writer.find() ? Integer.parseInt(writer.group(1)) : Arrival.NOBODY;
    }

    @Override
    public void close() {
        server.close();
    }
}
