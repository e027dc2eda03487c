package org.centrallobby.lookup.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The blocks that go round between the threads that fetch and those that cut: a fixed number of them. */
final class Blocks implements LineScan.Lines {
    /** Enough that nobody waits for long; each is a megabyte. */
    private static final int BLOCKS = 12;

    private static final int LINE_BITS = 20;
    private static final int BLOCK_BITS = 24;

    private final List<Entry> files;
    private final AtomicInteger nextFile = new AtomicInteger();
    private final ArrayBlockingQueue<Block> empty;
    private final ArrayBlockingQueue<Block> full;
    private final int cutters;
    private final CountDownLatch fetching;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Map<Long, Integer> linesOf = new ConcurrentHashMap<>();

    Blocks(List<Entry> files, int cutters) {
        this.files = files;
        this.cutters = cutters;
        this.fetching = new CountDownLatch(files.size());
        this.empty = new ArrayBlockingQueue<>(BLOCKS);
        this.full = new ArrayBlockingQueue<>(BLOCKS + 2 * cutters);
        while (empty.remainingCapacity() > 0) {
            empty.add(new Block());
        }
    }

    /** The number of a file that nobody reads yet. */
    Optional<Integer> takeFile() {
        var file = nextFile.getAndIncrement();
        return file < files.size() && failure.get() == null ? Optional.of(file) : Optional.empty();
    }

    Entry entry(int file) {
        return files.get(file);
    }

    static long position(int file, long block) {
        return ((long) file << (BLOCK_BITS + LINE_BITS)) | (block << LINE_BITS);
    }

    Block takeEmpty() throws InterruptedException {
        var block = empty.take();
        if (block == Block.END) {
            empty.put(Block.END);
            throw new InterruptedException("another thread failed");
        }
        block.length = 0;
        return block;
    }

    void putFull(Block block) throws InterruptedException {
        full.put(block);
    }

    Block takeFull() throws InterruptedException {
        return full.take();
    }

    /** Gives a block back that has been cut into so many lines, empty ones included. */
    void putEmpty(Block block, int lines) throws InterruptedException {
        linesOf.put(block.position, lines);
        giveBack(block);
    }

    /** Gives a block back that holds nothing. */
    void giveBack(Block block) throws InterruptedException {
        if (failure.get() == null) {
            empty.put(block);
        }
    }

    /** A file has been read to its end; with the last one the cutters come to theirs. */
    void fileDone() throws InterruptedException {
        fetching.countDown();
        if (fetching.getCount() == 0) {
            end();
        }
    }

    private void end() throws InterruptedException {
        for (var i = 0; i < cutters; i++) {
            full.put(Block.END);
        }
    }

    /** Ends all threads; the first reason counts. */
    void fail(Throwable reason) {
        if (failure.compareAndSet(null, reason)) {
            full.clear();
            empty.clear();
            for (var i = 0; i < cutters; i++) {
                full.offer(Block.END);
            }
            empty.offer(Block.END);
        }
    }

    /** @throws BadFile for a reason that the operator can mend */
    void rethrow() {
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException("The files could not be read", e);
        }
    }

    @Override
    public String file(long position) {
        return files.get((int) (position >>> (BLOCK_BITS + LINE_BITS))).name();
    }

    @Override
    public long number(long position) {
        var file = (int) (position >>> (BLOCK_BITS + LINE_BITS));
        var block = (position >>> LINE_BITS) & ((1L << BLOCK_BITS) - 1);
        // The header stands before the first block.
        var line = 1 + (position & ((1L << LINE_BITS) - 1)) + 1;
        for (var before = 0L; before < block; before++) {
            line += linesOf.getOrDefault(position(file, before), 0);
        }
        return line;
    }
}
