package org.centrallobby.testbed.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server on loopback, bare so that it can break every rule. It speaks the protocol by itself; a {@link Script} says
 * where it is to do something else.
 */
public final class SmtpServer implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final int port;
    private final boolean keepsBodies;
    private final @Nullable SSLContext tls;
    private final Queue<TakenMail> taken = new ConcurrentLinkedQueue<>();
    private final Consumer<TakenMail> keeper;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Script script;
    private volatile @Nullable ServerSocket listener;

    private SmtpServer(
            int port,
            Script script,
            boolean keepsBodies,
            @Nullable SSLContext tls,
            @Nullable Consumer<TakenMail> keeper) {
        this.keeper = keeper == null ? taken::add : keeper;
        this.port = port;
        this.script = script;
        this.keepsBodies = keepsBodies;
        this.tls = tls;
    }

    /** Starts a server that keeps whole mails. */
    public static SmtpServer start(int port, Script script) {
        return new SmtpServer(port, script, true, null, null).listen();
    }

    /** Starts a server for many mails: of each only the header is kept. */
    public static SmtpServer counting(int port, Script script) {
        return new SmtpServer(port, script, false, null, null).listen();
    }

    /** Starts a server that keeps nothing itself: each whole mail goes to the keeper before its client hears that it was taken. */
    public static SmtpServer handing(int port, Script script, Consumer<TakenMail> keeper) {
        return new SmtpServer(port, script, true, null, keeper).listen();
    }

    /** Starts a server that offers STARTTLS. */
    public static SmtpServer withTls(int port, SSLContext tls, Script script) {
        return new SmtpServer(port, script, true, tls, null).listen();
    }

    /** Listens again after {@link #close()}; what was taken before is still known. */
    public SmtpServer listen() {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            listener = socket;
            Thread.ofVirtual().name("smtp-" + port).start(() -> accept(socket));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d cannot be listened on".formatted(port), e);
        }
    }

    public int port() {
        return port;
    }

    /** From now on does what this script says, in the sessions that are open too. */
    public void follow(Script other) {
        script = other;
    }

    /** What was taken so far, the oldest first. */
    public List<TakenMail> taken() {
        return List.copyOf(taken);
    }

    /** How many mails were taken so far. */
    public int count() {
        return count.get();
    }

    /** How many connections there have been. */
    public int sessions() {
        return sessions.get();
    }

    /** How many connections there are. */
    public int openSessions() {
        return open.size();
    }

    Script script() {
        return script;
    }

    @Nullable SSLContext tls() {
        return tls;
    }

    boolean keepsBodies() {
        return keepsBodies;
    }

    void take(TakenMail mail) {
        keeper.accept(mail);
        count.incrementAndGet();
    }

    /** The connection goes on in another socket, which is closed with the server as well. */
    void replace(Socket socket, Socket by) {
        open.remove(socket);
        open.add(by);
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                open.add(connection);
                var number = sessions.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(connection, number));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void talk(Socket connection, int number) {
        var session = new Session(this, connection, number);
        try {
            session.run();
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the server closes.
        } finally {
            session.close();
            open.remove(session.socket());
        }
    }

    /** Listens no more and cuts every connection. */
    @Override
    public void close() {
        var socket = listener;
        listener = null;
        try {
            if (socket != null) {
                socket.close();
            }
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
