package org.centrallobby.mail.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.mail.identity.ReturnAddresses.Returned;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One message as it comes in. */
final class Conversation implements MessageHandler {
    private static final Logger LOG = Logger.getLogger(Conversation.class);

    private static final int TOO_LARGE = 552;
    /** How many times the largest message is read before the line is cut. */
    private static final int UNHEARD = 4;

    private final Attribution attribution;
    private final IncomingMails incoming;
    private final Copies copies;
    private final BounceConfig.Smtp config;
    private final MeterRegistry metrics;
    private final Set<Returned> addressed = new LinkedHashSet<>();
    private final Set<UUID> copied = new LinkedHashSet<>();
    private boolean isFromNobody;

    Conversation(
            Attribution attribution,
            IncomingMails incoming,
            Copies copies,
            BounceConfig.Smtp config,
            MeterRegistry metrics) {
        this.attribution = attribution;
        this.incoming = incoming;
        this.copies = copies;
        this.config = config;
        this.metrics = metrics;
    }

    @Override
    public void from(String sender) {
        // Bounces come from nobody, answers and copies from anybody.
        isFromNobody = sender.isBlank();
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        var letter = copies.letter(recipient);
        if (letter.isPresent()) {
            copied.add(letter.get());
            return;
        }
        var returned = attribution.token(recipient);
        if (returned.isEmpty()) {
            metrics.counter("bounce.forged").increment();
            throw new RejectException(550, "5.1.1 There is no such address here");
        }
        if (isFull()) {
            metrics.counter("bounce.not.kept").increment();
            throw new RejectException(452, "4.3.1 Too much waits to be read; please try again later");
        }
        addressed.add(returned.get());
    }

    private boolean isFull() throws RejectException {
        try {
            return incoming.isFull(config.mostWaiting());
        } catch (RuntimeException e) {
            throw notKept(e);
        }
    }

    private RejectException notKept(RuntimeException why) {
        LOG.warnf("What came back could not be kept: %s", why.getClass().getSimpleName());
        metrics.counter("bounce.not.kept").increment();
        return new RejectException(451, "4.3.0 It cannot be kept just now; please try again later");
    }

    /** Reads to the end, keeps the beginning, and answers when that is durable. */
    @Override
    public @Nullable String data(InputStream message) throws RejectException, IOException {
        var kept = beginning(message);
        try {
            incoming.keep(addressed, kept);
            if (!copied.isEmpty() && !isFromNobody) {
                copies.take(copied, ReturnDesk.read(kept).understood());
            }
        } catch (RuntimeException e) {
            throw notKept(e);
        }
        return "2.0.0 Kept";
    }

    /** A client hears of nothing before it has written its last line, so that what is too large is read too, for a while. */
    private byte[] beginning(InputStream message) throws RejectException, IOException {
        var longest = config.keepSize().asLongValue();
        var largest = config.maxSize().asLongValue();
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        var size = 0L;
        for (var read = message.read(buffer); read >= 0; read = message.read(buffer)) {
            size += read;
            kept.write(buffer, 0, (int) Math.min(read, Math.max(0, longest - kept.size())));
            if (size > largest * UNHEARD) {
                throw new DropConnectionException(TOO_LARGE, "5.3.4 That is too large");
            }
        }
        if (size > largest) {
            metrics.counter("bounce.too.large").increment();
            throw new RejectException(TOO_LARGE, "5.3.4 That is too large");
        }
        return kept.toByteArray();
    }

    @Override
    public void done() {}
}
