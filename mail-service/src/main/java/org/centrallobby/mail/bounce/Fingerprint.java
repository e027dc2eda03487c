package org.centrallobby.mail.bounce;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells a message that comes a second time, whichever way it takes: by its Message-ID, or by what it says. */
final class Fingerprint {
    private Fingerprint() {}

    /** The SHA-256 of what stays the same on every way. */
    static byte[] of(ReadMessage message) {
        var id = message.header().text("Message-ID").strip();
        var what = id.isEmpty()
                ? String.join("\n", message.header().text("From"), message.text(), String.join("\n", message.reports()))
                : id;
        try {
            return MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
