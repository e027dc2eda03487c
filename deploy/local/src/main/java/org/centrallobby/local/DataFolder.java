package org.centrallobby.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The folder that a platform keeps its data in; one platform at a time. */
final class DataFolder implements AutoCloseable {
    /** PostgreSQL and Kafka take a few hundred megabytes before the first letter. */
    private static final long LEAST_FREE_BYTES = 1_000_000_000;

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws CannotStart where the folder cannot be used, the disk is full, or another platform runs on it */
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new CannotStart("The disk is full: %s has %d MB left and the platform needs %d MB."
                        .formatted(folder, free / 1_000_000, LEAST_FREE_BYTES / 1_000_000));
            }
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new CannotStart("Another platform runs on %s: stop it, or choose another folder with --data."
                        .formatted(folder));
            }
            var opened = new DataFolder(folder, channel);
            opened.stopLeftovers();
            return opened;
        } catch (IOException e) {
            throw new CannotStart("%s cannot be used: %s".formatted(folder, e), e);
        }
    }

    Path of(String name) {
        return folder.resolve(name);
    }

    Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    /** Remembers processes, so that the next start can end them if this one is killed before it could. */
    synchronized void remember(List<ProcessHandle> processes) {
        var lines = processes.stream()
                .map(process -> "%d %s".formatted(process.pid(), startedAt(process)))
                .toList();
        try {
            Files.write(of("processes"), lines);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be written: %s".formatted(of("processes"), e.getMessage()), e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(of("processes"));
        lock.close();
    }

    /** A platform that was killed leaves its services and PostgreSQL behind; they are ours, and nobody else's is touched. */
    private void stopLeftovers() throws IOException {
        var leftovers = new ArrayList<ProcessHandle>();
        if (Files.exists(of("processes"))) {
            for (var line : Files.readAllLines(of("processes"))) {
                var pidAndStart = line.split(" ", 2);
                ProcessHandle.of(Long.parseLong(pidAndStart[0]))
                        .filter(process -> startedAt(process).toString().equals(pidAndStart[1]))
                        .ifPresent(leftovers::add);
            }
        }
        var postmaster = of("postgresql").resolve("postmaster.pid");
        if (Files.exists(postmaster)) {
            ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(postmaster).getFirst().strip()))
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(leftovers::add);
        }
        leftovers.forEach(DataFolder::end);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }

    private static Instant startedAt(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
