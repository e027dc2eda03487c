package org.centrallobby.mail.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages apart that anybody may have written. Nothing in them is trusted: depth, parts, lengths and the amount of
 * text are bounded, and where the form breaks, what was read until then counts.
 */
final class MessageReading {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 64;
    private static final int LONGEST_PART = 262_144;
    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(65_536)
            .setMaxHeaderCount(2_000)
            .setHeadlessParsing(null)
            .build();

    /** What is no text in a multipart whose boundary was not found. */
    private static final java.util.regex.Pattern BROKEN = java.util.regex.Pattern.compile(
            "(?im)^(?:--\\S{1,200}|content-[a-z-]{1,30}:.*|[ \\t]{0,8}(?:boundary|charset|name)=.*)$");

    private final HeaderLines header = new HeaderLines();
    private final List<String> texts = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private final List<String> feedback = new ArrayList<>();
    private final List<String> originals = new ArrayList<>();
    private int parts;
    private boolean hasPlainText;

    private MessageReading() {}

    /** Reads a message; one that is no message at all has neither header nor parts. */
    static ReadMessage read(byte[] message) {
        var reading = new MessageReading();
        var bytes = withoutMailboxLine(withLineFeeds(message));
        try {
            reading.takeApart(bytes);
        } catch (IOException | MimeException | RuntimeException e) {
            // What was read so far is what there is. The exception may repeat the message and is not told.
        }
        if (reading.texts.isEmpty() && reading.reports.isEmpty() && reading.feedback.isEmpty()) {
            reading.texts.add(body(bytes));
        }
        return new ReadMessage(reading.header, reading.texts, reading.reports, reading.feedback, reading.originals);
    }

    private void takeApart(byte[] message) throws IOException, MimeException {
        var stream = new MimeTokenStream(LIMITS);
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        stream.parse(new ByteArrayInputStream(message));
        var depth = 0;
        var disposition = "";
        for (var state = stream.getState();
                state != EntityState.T_END_OF_STREAM && parts < MOST_PARTS;
                state = stream.next()) {
            switch (state) {
                case T_START_MULTIPART -> {
                    if (++depth >= DEEPEST) {
                        stream.setRecursionMode(RecursionMode.M_FLAT);
                    }
                }
                case T_END_MULTIPART -> depth--;
                case T_START_HEADER -> disposition = "";
                case T_FIELD -> {
                    var field = stream.getField();
                    var body = field.getBody();
                    if (depth == 0 && body != null) {
                        header.add(field.getName(), body);
                    } else if (field.getName().equalsIgnoreCase("Content-Disposition") && body != null) {
                        disposition = body.strip().toLowerCase(Locale.ROOT);
                    }
                }
                case T_BODY -> {
                    parts++;
                    part(stream.getBodyDescriptor(), stream.getDecodedInputStream(), disposition, depth);
                }
                case T_PREAMBLE -> preamble(stream);
                default -> {}
            }
        }
    }

    private void part(BodyDescriptor descriptor, InputStream body, String disposition, int depth) {
        var type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        if (type.startsWith("message/delivery-status") || type.startsWith("message/global-delivery-status")) {
            reports.add(decode(bounded(body), "utf-8"));
        } else if (type.equals("message/feedback-report")) {
            feedback.add(decode(bounded(body), "utf-8"));
        } else if (type.startsWith("message/") || type.equals("text/rfc822-headers") || type.equals("text/rfc822")) {
            if (!type.equals("message/disposition-notification")) {
                originals.add(decode(bounded(body), "utf-8"));
            }
        } else if (type.equals("text/html")) {
            var text = PlainText.ofHtml(decode(bounded(body), descriptor.getCharset()));
            if (!hasPlainText) {
                texts.add(text);
            }
        } else if (type.startsWith("text/") || depth == 0 && !type.startsWith("multipart/")) {
            if (!disposition.startsWith("attachment") || texts.isEmpty()) {
                hasPlainText |= type.equals("text/plain");
                texts.add(decode(bounded(body), descriptor.getCharset()));
            }
        } else if (type.startsWith("multipart/")) {
            texts.add(BROKEN.matcher(decode(bounded(body), "utf-8")).replaceAll(""));
        }
    }

    /** Some put the whole report where a reader without MIME would look. */
    private void preamble(MimeTokenStream stream) {
        var text = decode(bounded(stream.getInputStream()), "utf-8");
        if (text.length() > 200 && !text.contains("MIME")) {
            texts.add(text);
        }
    }

    /** As much of a part as is looked at; of one that cannot be decoded what came before. */
    private static byte[] bounded(InputStream body) {
        var read = new byte[LONGEST_PART];
        var length = 0;
        try {
            for (var more = body.read(read, 0, read.length);
                    more > 0 && length < read.length;
                    more = body.read(read, length, read.length - length)) {
                length += more;
            }
        } catch (IOException | RuntimeException e) {
            // The rest is not to be had.
        }
        return Arrays.copyOf(read, Math.min(length, read.length));
    }

    /** UTF-8 where it is, whatever is declared: many declare what they do not write. */
    private static String decode(byte[] bytes, @Nullable String declared) {
        var charset = charset(declared);
        if (charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(bytes, charset);
    }

    private static Charset charset(@Nullable String declared) {
        try {
            return declared == null ? StandardCharsets.UTF_8 : Charset.forName(declared.strip());
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String body(byte[] message) {
        var text = decode(message.length > LONGEST_PART ? Arrays.copyOf(message, LONGEST_PART) : message, "utf-8");
        var end = java.util.regex.Pattern.compile("\\r?\\n\\r?\\n").matcher(text);
        return end.find() ? text.substring(end.end()) : text;
    }

    /** Some have kept their mail with bare carriage returns, as SMTP does not allow. */
    private static byte[] withLineFeeds(byte[] message) {
        var feeds = new byte[message.length];
        for (var at = 0; at < message.length; at++) {
            if (message[at] == '\n') {
                return message;
            }
            feeds[at] = message[at] == '\r' ? (byte) '\n' : message[at];
        }
        return feeds;
    }

    /** The line that a mailbox file puts before each message is none of its own. */
    private static byte[] withoutMailboxLine(byte[] message) {
        var start = 0;
        while (start < message.length && (message[start] == '\r' || message[start] == '\n')) {
            start++;
        }
        if (message.length > start + 5 && new String(message, start, 5, StandardCharsets.US_ASCII).equals("From ")) {
            while (start < message.length && message[start] != '\n') {
                start++;
            }
            start = Math.min(start + 1, message.length);
        }
        return start == 0 ? message : Arrays.copyOfRange(message, start, message.length);
    }
}
