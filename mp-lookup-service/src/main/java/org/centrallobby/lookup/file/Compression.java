package org.centrallobby.lookup.file;

/** What compressed files begin with. */
final class Compression {
    /** So many bytes tell. */
    static final int MAGIC = 4;

    private Compression() {}

    static boolean isZip(byte[] start) {
        return start.length == MAGIC && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }
}
