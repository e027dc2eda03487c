package org.centrallobby.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Postfix's {@code smtp-sink}, which takes mails and throws them away, as fast as anything can; it counts them. */
final class PostfixSink implements MailSink {
    private static final Pattern COUNT = Pattern.compile("mesg=\\s*(\\d+)");
    private static final int CONNECTIONS = 1000;

    private final Process process;
    private volatile long count;

    private PostfixSink(Process process) {
        this.process = process;
        Thread.ofPlatform().name("smtp-sink").daemon().start(this::read);
    }

    static PostfixSink start(int port) {
        var command = new ArrayList<>(List.of(Postfix.program("smtp-sink"), "-c", "-m", Integer.toString(CONNECTIONS)));
        if (Postfix.isRoot()) {
            // It refuses to stay who may do everything.
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "500"));
        try {
            var sink = new PostfixSink(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            Postfix.awaitListener(port, "smtp-sink");
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long count() {
        return count;
    }

    /** It writes its counters anew after each event, ended by a carriage return. */
    private void read() {
        var line = new StringBuilder();
        try (var output = process.inputReader()) {
            for (var letter = output.read(); letter >= 0; letter = output.read()) {
                if (letter != '\r' && letter != '\n') {
                    line.append((char) letter);
                    continue;
                }
                var found = COUNT.matcher(line);
                if (found.find()) {
                    count = Long.parseLong(found.group(1));
                }
                line.setLength(0);
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
