package org.centrallobby.lookup.file;

/** Whole lines of a file, and which ones. */
final class Block {
    /** No line is longer: a file without line ends must not fill the memory. */
    static final int SIZE = 1 << 20;

    /** Nothing comes behind it. */
    static final Block END = new Block(0);

    final byte[] bytes;
    int length;
    Layout layout = new Layout(new int[0]);
    long position;

    Block() {
        this(SIZE);
    }

    private Block(int size) {
        this.bytes = new byte[size];
    }
}
