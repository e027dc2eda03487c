package org.centrallobby.mail.bounce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what may lead to the mail that something came back for. */
final class Tracing {
    private static final Pattern ID = Pattern.compile("<?([^<>\\s@]{1,200}@[^<>\\s@]{1,255})>?");
    private static final int MOST = 30;

    private Tracing() {}

    static Traces of(ReadMessage message) {
        var header = message.header();
        var addresses = new LinkedHashSet<String>();
        for (var name : List.of(
                "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "To", "Cc")) {
            header.all(name).forEach(value -> addresses.addAll(Addresses.all(value)));
        }
        var ids = new LinkedHashSet<String>();
        for (var original : originals(message)) {
            for (var name : List.of("Return-Path", "X-Envelope-From", "Errors-To", "Sender", "From")) {
                original.all(name).forEach(value -> addresses.addAll(Addresses.all(value)));
            }
            ids.addAll(ids(original.text("Message-ID")));
        }
        var feedback = HeaderLines.read(String.join("\n", message.feedback()).strip());
        addresses.addAll(Addresses.all(feedback.text("Original-Mail-From")));
        header.all("X-Original-Message-ID").forEach(value -> ids.addAll(ids(value)));
        ids.addAll(ids(header.text("In-Reply-To")));
        // The answered one stands last (RFC 5322, section 3.6.4).
        ids.addAll(ids(header.text("References")).reversed());
        var envelopeId = firstOf(StatusFields.envelopeId(message.reports()), feedback.first("Original-Envelope-Id"));
        return new Traces(
                addresses.stream().limit(MOST).toList(),
                ids.stream().limit(MOST).toList(),
                envelopeId);
    }

    /** The headers of what the mail carries, also of what stands in its text. */
    static List<HeaderLines> originals(ReadMessage message) {
        var found = new ArrayList<HeaderLines>();
        message.originals().forEach(original -> found.add(HeaderLines.read(original.stripLeading())));
        var inText = HeaderLines.read(Accounts.ofTheOriginal(message.text()));
        if (!inText.isEmpty()) {
            found.add(inText);
        }
        return found;
    }

    private static List<String> ids(String value) {
        return ID.matcher(value).results().limit(MOST).map(id -> id.group(1)).toList();
    }

    /** The first that is there; null where none is. */
    static @Nullable String firstOf(@Nullable String... values) {
        for (var value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
