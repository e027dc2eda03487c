package org.centrallobby.mail.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.mail.queue.Returns;
import org.centrallobby.mail.queue.SentMail;
import org.jspecify.annotations.Nullable;

/** Takes what comes back: understands it, finds its mail, and has done what follows. */
@ApplicationScoped
class ReturnDesk {
    private final Attribution attribution;
    private final Returns mails;
    private final Consequences consequences;
    private final Copies copies;
    private final MeterRegistry metrics;

    ReturnDesk(
            Attribution attribution, Returns mails, Consequences consequences, Copies copies, MeterRegistry metrics) {
        this.attribution = attribution;
        this.mails = mails;
        this.consequences = consequences;
        this.copies = copies;
        this.metrics = metrics;
    }

    /**
     * What was understood and done.
     *
     * @param mail what it came back for; null where that is not known, or no mail of ours
     */
    record Handled(Understood understood, @Nullable UUID mail, Action action) {}

    /** A message that was read: what it means by itself, and what tells it from others. */
    record Read(Understood understood, byte[] fingerprint) {
        @Override
        public String toString() {
            return "Read[%s]".formatted(understood.mailClass());
        }
    }

    /** Understands a message. That takes as long as it takes and asks nobody: it is no matter for a transaction. */
    static Read read(byte[] message) {
        var read = MessageReading.read(message);
        return new Read(Classifier.classify(read), Fingerprint.of(read));
    }

    /** Understands it and finds its mail, and does nothing. */
    Handled understand(byte[] message) {
        var understood = read(message).understood();
        var mail = attribution.of(understood.traces()).flatMap(mails::find).map(SentMail::id);
        return new Handled(mail.isPresent() ? understood.asAnswer() : understood, mail.orElse(null), Action.NONE);
    }

    /**
     * Does what follows from a message. Everything is done or, where this throws, nothing.
     *
     * @param addressed the mail whose token stood in the envelope; empty where there was none
     */
    Handled handle(Read read, Optional<UUID> addressed) {
        var understood = read.understood();
        var copied = addressed.isPresent()
                ? Set.<UUID>of()
                : copies.letters(understood.traces().addresses());
        var written = !copied.isEmpty() && copies.take(copied, understood);
        var mail = addressed
                .or(() -> attribution.of(understood.traces()))
                .filter(id -> mails.find(id).isPresent());
        if (mail.isEmpty() && !copied.isEmpty()) {
            return new Handled(understood, null, written ? Action.ANNOUNCED : Action.DISCARDED);
        }
        var known = mail.isPresent() ? understood.asAnswer() : understood;
        var action =
                mail.map(id -> consequences.draw(known, id, read.fingerprint())).orElse(Action.DISCARDED);
        metrics.counter("bounce.returned", "class", known.mailClass().word(), "action", action.word())
                .increment();
        return new Handled(known, mail.orElse(null), action);
    }
}
