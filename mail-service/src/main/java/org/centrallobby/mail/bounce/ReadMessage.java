package org.centrallobby.mail.bounce;

import java.util.List;

/**
 * A message taken apart, as far as its standard forms go and as far as the limits allow.
 *
 * @param header its own
 * @param texts what it says to people, HTML reduced to text, part by part
 * @param reports the fields of its delivery reports (message/delivery-status)
 * @param feedback the fields of its feedback report (message/feedback-report)
 * @param originals the messages, or headers of messages, that it carries, as they stand there
 */
record ReadMessage(
        HeaderLines header, List<String> texts, List<String> reports, List<String> feedback, List<String> originals) {

    /** All that it says to people. */
    String text() {
        return String.join("\n", texts);
    }

    /** The kind of report it declares itself to be (RFC 6522), in lower case; empty where it does not. */
    String reportType() {
        var type = header.text("Content-Type").toLowerCase(java.util.Locale.ROOT);
        var parameter = java.util.regex.Pattern.compile("report-type\\s*=\\s*\"?([a-z-]+)")
                .matcher(type);
        return type.startsWith("multipart/report") && parameter.find() ? parameter.group(1) : "";
    }

    @Override
    public String toString() {
        return "ReadMessage[...]";
    }
}
