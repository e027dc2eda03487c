package org.centrallobby.testbed.smtp;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A mail for which the server said, or set out to say, that it has it: the client may not have heard it.
 *
 * @param begun when {@code MAIL FROM} came, by {@link System#nanoTime()}
 * @param taken when the server said so
 * @param session the connection, counted from 1
 * @param sender the envelope's sender
 * @param recipient the envelope's recipient
 * @param messageId as it stands in the header; empty where there is none
 * @param bytes the mail, dots unstuffed; only the header where the server keeps no more
 */
public record TakenMail(
        long begun, long taken, int session, String sender, String recipient, String messageId, byte[] bytes) {
    private static final Pattern MESSAGE_ID =
            Pattern.compile("^Message-ID:\\s*(<[^>\\r\\n]*>)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    static String messageId(byte[] mail) {
        var id = MESSAGE_ID.matcher(new String(mail, StandardCharsets.ISO_8859_1));
        return id.find() ? id.group(1) : "";
    }

    @Override
    public String toString() {
        return "TakenMail[%s]".formatted(messageId);
    }
}
