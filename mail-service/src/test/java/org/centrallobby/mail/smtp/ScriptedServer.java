package org.centrallobby.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that says what it is told to, however wild. A script maps CONNECT, EHLO, MAIL, RCPT, DATA, "." and RSET
 * to an answer; {@code DROP} closes the connection instead, {@code STALL} says nothing.
 */
class ScriptedServer implements AutoCloseable {
    static final String DROP = "DROP";
    static final String STALL = "STALL";

    private static final Map<String, String> USUAL = Map.of(
            "CONNECT",
            "220 ready",
            "EHLO",
            "250 hello",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            ".",
            "250 2.0.0 Ok: queued as 1",
            "RSET",
            "250 ok",
            "QUIT",
            "221 bye");

    private final ServerSocket socket;
    private final List<Map<String, String>> scripts;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** The scripts of the first, second, ... connection; the last one serves all further ones. */
    @SafeVarargs
    ScriptedServer(Map<String, String>... scripts) throws IOException {
        this.scripts = List.of(scripts);
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> commands() {
        return commands;
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                var script = scripts.get(Math.min(connections.getAndIncrement(), scripts.size() - 1));
                Thread.ofVirtual().start(() -> talk(client, script));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void talk(Socket client, Map<String, String> script) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            if (!answer(client, script, "CONNECT")) {
                return;
            }
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split("[ :]")[0];
                commands.add(command);
                if (!answer(client, script, command)) {
                    return;
                }
                if (command.equals("DATA") && script.getOrDefault("DATA", "354").startsWith("354")) {
                    while (!".".equals(in.readLine())) {
                        // The mail itself does not matter here.
                    }
                    if (!answer(client, script, ".")) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // The other side is gone.
        }
    }

    private static boolean answer(Socket client, Map<String, String> script, String command) throws IOException {
        var reply = script.getOrDefault(command, USUAL.getOrDefault(command, "250 ok"));
        if (reply.equals(DROP)) {
            return false;
        }
        if (!reply.equals(STALL)) {
            client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
