package org.centrallobby.lookup.postcode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The index as bytes, so that it is made of the directory once and then only read. */
public final class PostcodeIndexFile {
    /** Goes up with every change of the form or of what a row is read as; then what was kept is made anew. */
    public static final int VERSION = 1;

    private PostcodeIndexFile() {}

    /** The index as bytes. */
    public static byte[] write(PostcodeIndex index) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            write(out, List.of(index.codes));
            writeInts(out, index.sectors);
            writeLongs(out, index.present);
            writeInts(out, index.firstValue);
            writeShorts(out, index.values);
            writeInts(out, index.firstMonth);
            writeShorts(out, index.months);
            out.writeInt(index.splits.size());
            for (var split : index.splits.entrySet()) {
                out.writeLong(split.getKey());
                write(out, split.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are not an index of this version */
    public static PostcodeIndex read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != VERSION) {
                throw new IllegalArgumentException("An index of another version");
            }
            return new PostcodeIndex(
                    readTexts(in).toArray(String[]::new),
                    readInts(in),
                    readLongs(in),
                    readInts(in),
                    readShorts(in),
                    readInts(in),
                    readShorts(in),
                    readSplits(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("The index ends too early", e);
        }
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        var texts = new String[in.readInt()];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        return List.of(texts);
    }

    private static Map<Long, List<String>> readSplits(DataInputStream in) throws IOException {
        var splits = new HashMap<Long, List<String>>();
        for (var left = in.readInt(); left > 0; left--) {
            splits.put(in.readLong(), readTexts(in));
        }
        return splits;
    }

    private static void writeInts(DataOutputStream out, int[] numbers) throws IOException {
        var buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        buffer.asIntBuffer().put(numbers);
        write(out, buffer);
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        var buffer = read(in).asIntBuffer();
        var numbers = new int[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    private static void writeLongs(DataOutputStream out, long[] numbers) throws IOException {
        var buffer = ByteBuffer.allocate(numbers.length * Long.BYTES);
        buffer.asLongBuffer().put(numbers);
        write(out, buffer);
    }

    private static long[] readLongs(DataInputStream in) throws IOException {
        var buffer = read(in).asLongBuffer();
        var numbers = new long[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    private static void writeShorts(DataOutputStream out, short[] numbers) throws IOException {
        var buffer = ByteBuffer.allocate(numbers.length * Short.BYTES);
        buffer.asShortBuffer().put(numbers);
        write(out, buffer);
    }

    private static short[] readShorts(DataInputStream in) throws IOException {
        var buffer = read(in).asShortBuffer();
        var numbers = new short[buffer.remaining()];
        buffer.get(numbers);
        return numbers;
    }

    private static void write(DataOutputStream out, ByteBuffer buffer) throws IOException {
        out.writeInt(buffer.capacity());
        out.write(buffer.array());
    }

    private static ByteBuffer read(DataInputStream in) throws IOException {
        var length = in.readInt();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("too short");
        }
        return ByteBuffer.wrap(bytes);
    }
}
