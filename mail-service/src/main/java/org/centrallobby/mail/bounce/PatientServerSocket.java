package org.centrallobby.mail.bounce;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hangs up on who stays too long. A time-out between two commands does not do that: one octet a minute keeps a connection,
 * and a few of them would keep everybody else away. A connection is forgotten as soon as it is closed, whoever closes it.
 */
final class PatientServerSocket extends ServerSocket {
    private final Duration patience;
    private final int most;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("bounce-sessions").factory());

    /**
     * @param patience how long a connection may last
     * @param most how many may be open at a time; whoever comes when there are as many is hung up on at once
     */
    PatientServerSocket(Duration patience, int most) throws IOException {
        this.patience = patience;
        this.most = most;
        clock.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Socket accept() throws IOException {
        while (true) {
            var guest = new Guest();
            implAccept(guest);
            if (clock.getQueue().size() < most) {
                guest.hangUpLater();
                return guest;
            }
            guest.close();
        }
    }

    /** How many connections are open. */
    int guests() {
        return clock.getQueue().size();
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        super.close();
    }

    /** A connection that takes its time limit with it when it goes. */
    private final class Guest extends Socket {
        private @Nullable Future<?> limit;

        @SuppressWarnings("NullAway")
        Guest() throws IOException {
            super((SocketImpl) null);
        }

        private synchronized void hangUpLater() {
            limit = clock.schedule(this::hangUp, patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void hangUp() {
            try {
                close();
            } catch (IOException e) {
                // It is gone already.
            }
        }

        @Override
        public void close() throws IOException {
            cancelLimit();
            super.close();
        }

        private synchronized void cancelLimit() {
            if (limit != null) {
                limit.cancel(false);
            }
        }
    }
}
