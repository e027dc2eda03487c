package org.centrallobby.lookup.file;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads large CSV files, a few columns of each: one thread per file fetches and unpacks blocks of lines, others cut the
 * lines and hand them on. Nothing is made into text but the header, and memory does not grow with the files. A field may
 * stand between quotes and hold commas there, but no line end; no publisher of postcodes writes one.
 */
public final class LineScan {
    /** As many threads as there are processors: while nobody else needs these. */
    public static final int ALL_THREADS =
            Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

    /** One, and another one that fetches: somebody else needs the processors at the same time. */
    public static final int FEW_THREADS = 1;

    private LineScan() {}

    /** Takes rows; each thread has its own. */
    public interface RowReader {
        void read(Row row);
    }

    /**
     * What a scan found.
     *
     * @param readers those that took the rows
     * @param lines tells lines' numbers
     */
    public record Outcome<R extends RowReader>(List<R> readers, Lines lines) {}

    /** Which file and line a row came from. */
    public interface Lines {
        String file(long position);

        /** The number of the line, counted from 1, the header's. */
        long number(long position);
    }

    /**
     * Reads the files.
     *
     * @param columns says of a file's header in which columns the wanted fields stand, in the same order for all files
     * @param readers gives a reader of rows for each thread
     * @param threads so many files are unpacked at once, and so many threads cut lines
     * @throws BadFile if one of the files cannot be read to its end or has not the columns
     */
    public static <R extends RowReader> Outcome<R> read(
            List<Entry> files, Function<Header, int[]> columns, Supplier<R> readers, Progress progress, int threads) {
        var blocks = new Blocks(files, threads);
        files.stream().mapToLong(Entry::size).filter(size -> size > 0).forEach(progress::expect);
        var taking = new ArrayList<R>();
        try (var pool = Executors.newFixedThreadPool(
                threads * 2, Thread.ofPlatform().name("scan-", 0).factory())) {
            var work = new ArrayList<Future<?>>();
            for (var i = 0; i < Math.min(threads, files.size()); i++) {
                work.add(pool.submit(() -> guarded(blocks, () -> new BlockFetcher(blocks, columns, progress).run())));
            }
            for (var i = 0; i < threads; i++) {
                var reader = readers.get();
                taking.add(reader);
                work.add(pool.submit(() -> guarded(blocks, () -> new BlockCutter(blocks, reader, progress).run())));
            }
            await(work);
        }
        blocks.rethrow();
        return new Outcome<>(List.copyOf(taking), blocks);
    }

    /** What can end in the middle. */
    private interface Work {
        void run() throws InterruptedException;
    }

    /** The first failure ends all threads. */
    private static void guarded(Blocks blocks, Work work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            blocks.fail(e);
        } catch (InterruptedException e) {
            // Another thread failed, or the caller gave up: nothing is left to do.
            Thread.currentThread().interrupt();
        }
    }

    private static void await(List<Future<?>> work) {
        try {
            for (var part : work) {
                part.get();
            }
        } catch (InterruptedException e) {
            work.forEach(part -> part.cancel(true));
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The scan was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A scanning thread broke", e);
        }
    }
}
