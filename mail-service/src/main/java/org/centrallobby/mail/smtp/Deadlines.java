package org.centrallobby.mail.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Ends what a server does not finish in time. A time-out of the socket begins anew with every byte, so that a server which
 * sends one every ten seconds would hold a worker for hours, and a write has none at all; here a whole step has a moment by
 * which it is over, and the socket is closed under whoever still waits then.
 */
final class Deadlines {
    private static final Logger LOG = Logger.getLogger(Deadlines.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final long NONE = Long.MAX_VALUE;

    private static final Set<Watch> WATCHES = ConcurrentHashMap.newKeySet();

    static {
        Thread.ofPlatform().name("smtp-deadlines").daemon().start(Deadlines::watch);
    }

    private Deadlines() {}

    /** Watches a socket from now on, at first without a deadline. */
    static Watch over(Socket socket) {
        var watch = new Watch(socket);
        WATCHES.add(watch);
        return watch;
    }

    private static void watch() {
        while (true) {
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException e) {
                return;
            }
            try {
                var now = System.nanoTime();
                WATCHES.forEach(watch -> watch.look(now));
            } catch (Throwable e) {
                // Without this thread no server's silence would ever end.
                LOG.error("A socket could not be looked at", e);
            }
        }
    }

    /** The deadline of one socket. */
    static final class Watch implements AutoCloseable {
        private final Socket socket;
        private final long since = System.nanoTime();
        private volatile long deadline = NONE;
        private volatile boolean passed;

        private Watch(Socket socket) {
            this.socket = socket;
        }

        /** The step that begins now must be over within the limit. */
        void limit(Duration limit) {
            deadline = System.nanoTime() - since + limit.toNanos();
        }

        /** No step is under way. */
        void rest() {
            deadline = NONE;
        }

        /** Whether a step was ended because its time was over. */
        boolean hasPassed() {
            return passed;
        }

        private void look(long now) {
            if (now - since > deadline) {
                passed = true;
                close();
            }
        }

        /** Closes the socket at once, without a word to the server. */
        @Override
        public void close() {
            WATCHES.remove(this);
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("A socket was gone already", e);
            }
        }
    }
}
