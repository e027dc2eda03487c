package org.centrallobby.mail.queue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.centrallobby.mail.pacing.Brake;
import org.centrallobby.mail.pacing.Pauses;
import org.centrallobby.mail.pacing.Turnstile;
import org.centrallobby.mail.queue.Sender.SenderParts;
import org.centrallobby.mail.smtp.Relays;

/** Sends from the start of the process to its end. */
@ApplicationScoped
class MailRoom {
    /** Less than the time that whoever stops a process commonly leaves it. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Sender sender;

    MailRoom(
            Claims claims,
            TakeOver takeOver,
            Turnstile turnstile,
            Pauses pauses,
            Brake brake,
            QueueMetrics metrics,
            Relays relays,
            QueueConfig config,
            InstantSource clock) {
        var parts = new SenderParts(claims, takeOver, pauses, brake, metrics, turnstile.claimValidity());
        this.sender = new Sender(parts, relays.all(), config, clock);
    }

    void open(@Observes StartupEvent event) {
        sender.start();
    }

    void close(@Observes ShutdownEvent event) throws InterruptedException {
        sender.stop(PATIENCE);
    }

    /** The relays that take no mails from this process at present, and why. */
    Map<String, RelayGate.Trouble> troubles() {
        return sender.troubles();
    }
}
