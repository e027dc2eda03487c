package org.centrallobby.testbed.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What the server does at a moment.
 *
 * @param text what it writes, as it stands; empty: nothing
 * @param pause how long it thinks before
 * @param eachByte the pause after each byte; zero: all at once
 * @param then what follows
 */
public record Answer(byte[] text, Duration pause, Duration eachByte, Then then) {
    /** What becomes of the session after an answer. */
    public enum Then {
        GO_ON,
        /** The connection is closed. */
        HANG_UP,
        /** The connection stays, and nothing more is read or written before the client or the test ends it. */
        STALL,
        /** TLS is negotiated. */
        SECURE
    }

    /** A line that is what the server should say there, such as {@code 450 4.2.0 Greylisted}. */
    public static Answer reply(String line) {
        return raw((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as they stand, in place of a reply. */
    public static Answer raw(byte[] bytes) {
        return new Answer(bytes.clone(), Duration.ZERO, Duration.ZERO, Then.GO_ON);
    }

    /** Closes the connection without a word. */
    public static Answer hangUp() {
        return new Answer(new byte[0], Duration.ZERO, Duration.ZERO, Then.HANG_UP);
    }

    /** Says nothing, and keeps the connection. */
    public static Answer stall() {
        return new Answer(new byte[0], Duration.ZERO, Duration.ZERO, Then.STALL);
    }

    /** The same after a while. */
    public Answer after(Duration time) {
        return new Answer(text, time, eachByte, then);
    }

    /** The same, a byte at a time. */
    public Answer slowly(Duration each) {
        return new Answer(text, pause, each, then);
    }

    /** The same, and then the connection is closed. */
    public Answer thenHangUp() {
        return new Answer(text, pause, eachByte, Then.HANG_UP);
    }

    Answer then(Then next) {
        return new Answer(text, pause, eachByte, next);
    }

    /** Whether what was asked is granted. */
    boolean isGranted() {
        return text.length > 0 && (text[0] == '2' || text[0] == '3');
    }
}
