package org.centrallobby.mail.queue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.centrallobby.mail.smtp.Relay;
import org.jspecify.annotations.Nullable;

/** Sends from the start of the process to its end. */
@ApplicationScoped
class MailRoom {
    /** Less than the time that whoever stops a process commonly leaves it. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Sender sender;

    MailRoom(Claims claims, QueueSwitch queueSwitch, Relay relay, QueueConfig config, InstantSource clock) {
        this.sender = new Sender(claims, queueSwitch, relay, config, clock);
    }

    void open(@Observes StartupEvent event) {
        sender.start();
    }

    void close(@Observes ShutdownEvent event) throws InterruptedException {
        sender.stop(PATIENCE);
    }

    /** What keeps this process from sending; null where nothing does. */
    RelayGate.@Nullable Trouble trouble() {
        return sender.trouble();
    }
}
