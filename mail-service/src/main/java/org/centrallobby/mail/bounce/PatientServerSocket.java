package org.centrallobby.mail.bounce;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Hangs up on who stays too long. A time-out between two commands does not do that: one octet a minute keeps a connection,
 * and a few of them would keep everybody else away.
 */
final class PatientServerSocket extends ServerSocket {
    private final Duration patience;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bounce-sessions").factory());

    PatientServerSocket(Duration patience) throws IOException {
        this.patience = patience;
    }

    @Override
    public Socket accept() throws IOException {
        var socket = super.accept();
        clock.schedule(() -> hangUp(socket), patience.toMillis(), TimeUnit.MILLISECONDS);
        return socket;
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        super.close();
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
