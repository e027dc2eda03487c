package org.centrallobby.lookup.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.zip.ZipException;

/** Reads files into blocks of whole lines. */
final class BlockFetcher {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Blocks blocks;
    private final Function<Header, int[]> columns;
    private final Progress progress;

    BlockFetcher(Blocks blocks, Function<Header, int[]> columns, Progress progress) {
        this.blocks = blocks;
        this.columns = columns;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        for (var file = blocks.takeFile(); file.isPresent(); file = blocks.takeFile()) {
            fetch(file.get());
            blocks.fileDone();
        }
    }

    private void fetch(int file) throws InterruptedException {
        var entry = blocks.entry(file);
        var block = blocks.takeEmpty();
        try (var bytes = entry.open()) {
            fill(bytes, block);
            var layout = header(entry, block);
            for (var number = 0L; block.length > 0; number++) {
                var next = blocks.takeEmpty();
                moveUnfinishedLine(entry, block, next);
                block.layout = layout;
                block.position = Blocks.position(file, number);
                blocks.putFull(block);
                fill(bytes, next);
                block = next;
            }
        } catch (ZipException | EOFException e) {
            throw new BadFile(entry.name(), "it ends in the middle or is damaged: it was not copied whole");
        } catch (IOException e) {
            throw new BadFile(entry.name(), "it cannot be read to its end");
        }
        blocks.giveBack(block);
    }

    /** Adds what there is; a file's last line is given its end if it has none. */
    private void fill(InputStream bytes, Block block) throws IOException {
        var read = bytes.readNBytes(block.bytes, block.length, Block.SIZE - block.length);
        block.length += read;
        progress.readBytes(read);
        if (block.length < Block.SIZE && block.length > 0 && block.bytes[block.length - 1] != '\n') {
            block.bytes[block.length++] = '\n';
        }
    }

    /** Reads the first line and takes it out of the block. */
    private Layout header(Entry entry, Block block) {
        if (block.length == 0) {
            throw new BadFile(entry.name(), "the file is empty");
        }
        var start = startsWithMark(block) ? UTF_8_MARK.length : 0;
        var end = start;
        while (end < block.length && block.bytes[end] != '\n') {
            end++;
        }
        if (end == block.length) {
            throw tooLong(entry);
        }
        var line = new String(block.bytes, start, end - start, StandardCharsets.UTF_8);
        if (line.indexOf('\0') >= 0) {
            throw new BadFile(entry.name(), 1, "this is not UTF-8 (UTF-16, perhaps): save the file as UTF-8");
        }
        var layout = new Layout(columns.apply(new Header(entry.name(), Table.cells(line))));
        System.arraycopy(block.bytes, end + 1, block.bytes, 0, block.length - end - 1);
        block.length -= end + 1;
        return layout;
    }

    private static boolean startsWithMark(Block block) {
        return block.length >= UTF_8_MARK.length
                && Arrays.equals(block.bytes, 0, UTF_8_MARK.length, UTF_8_MARK, 0, UTF_8_MARK.length);
    }

    private static void moveUnfinishedLine(Entry entry, Block block, Block next) {
        var end = block.length;
        while (end > 0 && block.bytes[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            throw tooLong(entry);
        }
        next.length = block.length - end;
        System.arraycopy(block.bytes, end, next.bytes, 0, next.length);
        block.length = end;
    }

    private static BadFile tooLong(Entry entry) {
        return new BadFile(entry.name(), "a line is longer than %d bytes: this is no such file".formatted(Block.SIZE));
    }
}
