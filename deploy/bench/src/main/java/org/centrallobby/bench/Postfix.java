package org.centrallobby.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.centrallobby.testbed.Ports;

/**
 * A Postfix of its own: configuration, queue and data in a folder that is deleted afterwards. The machine's own, if it has
 * one, is neither read nor changed. It listens on loopback and passes what it gets on to one port of loopback, whoever the
 * mail is to; it asks no name server. Everything else is as Postfix ships.
 */
final class Postfix implements AutoCloseable {
    private final Path folder;
    private final int port;

    private Postfix(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Why none can be started here; empty where one can. */
    static Optional<String> missing() {
        if (!isThere("postfix") || !isThere("smtp-source") || !isThere("smtp-sink")) {
            return Optional.of("there is no Postfix here (Debian: apt-get install postfix)");
        }
        return isRoot() ? Optional.empty() : Optional.of("Postfix starts as root only");
    }

    /** @param next the port on loopback to which everything is passed on */
    static Postfix start(int next) {
        try {
            // Its processes run as somebody else and have to get in.
            var folder = Files.createTempDirectory("central-lobby-postfix");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var postfix = new Postfix(folder, Ports.free());
            postfix.configure(next);
            postfix.command("start");
            awaitListener(postfix.port, "Postfix");
            return postfix;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How fast it takes mails into its queue, a second; returns as soon as it has the last, which may still wait then. */
    double accept(int sessions, int mails) {
        return source(port, sessions, mails, false);
    }

    /**
     * Sends mails of 2.5 kilobytes with {@code smtp-source}; returns how many a second were taken.
     *
     * @param reuse whether a connection serves for many mails
     */
    static double source(int port, int sessions, int mails, boolean reuse) {
        var command = new ArrayList<>(List.of(program("smtp-source"), "-s", Integer.toString(sessions)));
        if (reuse) {
            command.add("-d");
        }
        command.addAll(List.of("-l", "2500", "-m", Integer.toString(mails), "-f", "writer@example.org"));
        command.addAll(List.of("-t", "member@office.example", "127.0.0.1:" + port));
        var begun = System.nanoTime();
        run(command);
        return mails / ((System.nanoTime() - begun) / 1e9);
    }

    private void configure(int next) throws IOException {
        for (var part : List.of("etc", "queue", "data")) {
            Files.createDirectory(folder.resolve(part));
        }
        run(List.of("chown", "postfix", folder.resolve("data").toString()));
        Files.writeString(folder.resolve("etc/main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                maillog_file = %1$s/data/mail.log
                maillog_file_prefixes = %1$s
                myhostname = postfix.lobby.example
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                mydestination =
                local_transport = error:nothing is delivered here
                relayhost = [127.0.0.1]:%2$d
                disable_dns_lookups = yes
                alias_maps =
                alias_database =
                """.formatted(folder, next));
        Files.writeString(folder.resolve("etc/master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                showq unix n - n - - showq
                error unix - - n - - error
                retry unix - - n - - error
                discard unix - - n - - discard
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port));
    }

    private void command(String what) {
        run(List.of(program("postfix"), "-c", folder.resolve("etc").toString(), what));
    }

    private static void run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotMeasure("%s failed: %s".formatted(command.getFirst(), said.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    /** Where a program of Postfix lies; its name where it lies nowhere. */
    static String program(String name) {
        return places(name)
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse(name);
    }

    static boolean hasSink() {
        return isThere("smtp-sink");
    }

    private static boolean isThere(String name) {
        return places(name).anyMatch(Files::isExecutable);
    }

    private static Stream<Path> places(String name) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(place -> Path.of(place, name));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static void awaitListener(int port, String name) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new CannotMeasure("%s does not listen on port %d".formatted(name, port));
                }
                MailStage.pause(Duration.ofMillis(20));
            }
        }
    }

    @Override
    public void close() {
        command("stop");
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
