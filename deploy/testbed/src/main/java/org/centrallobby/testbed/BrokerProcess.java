package org.centrallobby.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A {@link Broker} in a process of its own, so that it can be killed and put to sleep; started again it has its data. */
public final class BrokerProcess implements AutoCloseable {
    private static final int STOPPED_WITHIN_SECONDS = 30;

    /** Loggers are held weakly: without a reference the level would be lost. */
    private static final Logger ROOT = Logger.getLogger("");

    private final Path data;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    /** @param data where its log lies, created where it is missing */
    public BrokerProcess(Path data, int port, Path log) {
        this.data = data;
        this.port = port;
        this.log = log;
    }

    /** What the process runs: a broker on the folder and the port that the arguments name, until somebody ends it. */
    public static void main(String... arguments) throws InterruptedException {
        ROOT.setLevel(Level.WARNING);
        var broker = Broker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::stop, "stop"));
        new CountDownLatch(1).await();
    }

    /** What clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Starts the process and returns at once. */
    public synchronized void start() {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                data.toString(),
                Integer.toString(port));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it takes connections. */
    public boolean isReady() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the process to end and waits for it. */
    public synchronized void stop() {
        end(false);
    }

    /** Ends the process with no chance to tidy up. */
    public synchronized void kill() {
        end(true);
    }

    private void end(boolean atOnce) {
        var running = process;
        if (running == null) {
            return;
        }
        try {
            if (atOnce) {
                running.destroyForcibly();
            } else {
                running.destroy();
            }
            if (!running.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The running process; null where there is none. */
    public synchronized @Nullable ProcessHandle handle() {
        return process == null || !process.isAlive() ? null : process.toHandle();
    }

    @Override
    public void close() {
        stop();
    }
}
