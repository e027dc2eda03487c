package org.centrallobby.lookup.postcode;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The index as bytes, so that it is made of the directory once and then only read. */
public final class PostcodeIndexFile {
    /** Goes up with every change of the form; what was kept in another has to be loaded anew. */
    private static final int VERSION = 3;

    private PostcodeIndexFile() {}

    /** The index as bytes: the version, then each array behind its length in bytes. */
    public static byte[] write(PostcodeIndex index) {
        var bytes = new ByteArrayOutputStream((int) index.bytes() + 64);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            write(out, chars(index.outwards));
            write(out, chars(index.numbers));
            write(out, longs(index.sectors));
            write(out, longs(index.terminated));
            write(out, shorts(index.values));
            write(out, shorts(index.months));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if the bytes are not an index of this version */
    public static PostcodeIndex read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (in.remaining() < Integer.BYTES || in.getInt() != VERSION) {
            throw new IllegalArgumentException("An index of another version");
        }
        try {
            return new PostcodeIndex(
                    readChars(in), readChars(in), readLongs(in), readLongs(in), readShorts(in), readShorts(in));
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The index ends too early", e);
        }
    }

    private static void write(DataOutputStream out, ByteBuffer array) throws IOException {
        out.writeInt(array.capacity());
        out.write(array.array());
    }

    private static ByteBuffer chars(char[] array) {
        var buffer = ByteBuffer.allocate(array.length * Character.BYTES);
        buffer.asCharBuffer().put(array);
        return buffer;
    }

    private static ByteBuffer shorts(short[] array) {
        var buffer = ByteBuffer.allocate(array.length * Short.BYTES);
        buffer.asShortBuffer().put(array);
        return buffer;
    }

    private static ByteBuffer longs(long[] array) {
        var buffer = ByteBuffer.allocate(array.length * Long.BYTES);
        buffer.asLongBuffer().put(array);
        return buffer;
    }

    private static char[] readChars(ByteBuffer in) {
        var buffer = next(in).asCharBuffer();
        var array = new char[buffer.remaining()];
        buffer.get(array);
        return array;
    }

    private static short[] readShorts(ByteBuffer in) {
        var buffer = next(in).asShortBuffer();
        var array = new short[buffer.remaining()];
        buffer.get(array);
        return array;
    }

    private static long[] readLongs(ByteBuffer in) {
        var buffer = next(in).asLongBuffer();
        var array = new long[buffer.remaining()];
        buffer.get(array);
        return array;
    }

    private static ByteBuffer next(ByteBuffer in) {
        if (in.remaining() < Integer.BYTES) {
            throw new IndexOutOfBoundsException();
        }
        var length = in.getInt();
        var part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }
}
