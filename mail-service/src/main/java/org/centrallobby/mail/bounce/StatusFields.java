package org.centrallobby.mail.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery report says of one recipient in its fields (RFC 3464, section 2.3).
 *
 * @param address whom it could not reach; null where no field tells
 * @param action in lower case; empty where there is none
 * @param status the enhanced status code; null where there is none
 * @param diagnostic the other server's words; empty where there are none
 */
record StatusFields(
        @Nullable String address, String action, @Nullable String status, String diagnostic) {
    private static final int MOST = 100;
    private static final Pattern STATUS = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern START = Pattern.compile(
            "(?im)^(?:final-recipient|original-recipient|action|reporting-mta|x-actual-recipient)\\s{0,3}:");

    /** Reads the groups of fields of a report, of which those that name no recipient are left out. */
    static List<StatusFields> read(String report) {
        var found = new ArrayList<StatusFields>();
        for (var group : report.split("\\r?\\n[ \\t]*\\r?\\n", MOST)) {
            var fields = HeaderLines.read(group.strip());
            if (fields.has("Final-Recipient") || fields.has("Original-Recipient") || fields.has("X-Actual-Recipient")) {
                found.add(of(fields));
            }
        }
        return found;
    }

    /** Finds the fields where they stand in a text that should have been a report. */
    static List<StatusFields> find(String text) {
        var start = START.matcher(text);
        return start.find() ? read(text.substring(start.start())) : List.of();
    }

    /** The id that the mail was handed over with (section 2.2.1); null where it is not told. */
    static @Nullable String envelopeId(List<String> reports) {
        for (var report : reports) {
            for (var group : report.split("\\r?\\n[ \\t]*\\r?\\n", MOST)) {
                var id = HeaderLines.read(group.strip()).first("Original-Envelope-Id");
                if (id != null) {
                    return id;
                }
            }
        }
        return null;
    }

    private static StatusFields of(HeaderLines fields) {
        var diagnostic = fields.text("Diagnostic-Code");
        var type = diagnostic.indexOf(';');
        var status = STATUS.matcher(fields.text("Status"));
        return new StatusFields(
                address(fields),
                fields.text("Action").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*$", ""),
                status.find() ? status.group(1) : null,
                (type >= 0 && type < 40 ? diagnostic.substring(type + 1) : diagnostic).strip());
    }

    /**
     * The final one, as that is what was refused; the others where it is no address that others know, but a file, a route,
     * a group or a mailbox within one machine.
     */
    private static @Nullable String address(HeaderLines fields) {
        var last = fields.first("Final-Recipient");
        var original = Addresses.ofReport(fields.first("Original-Recipient"));
        var address = Addresses.ofReport(last);
        if (address == null
                || original != null
                        && (isInternal(address)
                                || String.valueOf(last)
                                        .replaceAll("^[^;]*;\\s*", "")
                                        .startsWith("@"))) {
            return original != null
                    ? original
                    : address != null ? address : Addresses.ofReport(fields.first("X-Actual-Recipient"));
        }
        return address;
    }

    private static boolean isInternal(String address) {
        return address.indexOf('.', address.lastIndexOf('@')) < 0;
    }

    /** What the Action, or where it is missing the Status, says has happened. */
    MailClass outcome() {
        return switch (action) {
            case "delivered", "relayed", "expanded", "deliverable" -> MailClass.DELIVERED;
            case "delayed" -> MailClass.DELAYED;
            case "failed", "failure", "expired", "bounced" -> MailClass.SOFT;
            default -> status != null && status.startsWith("2") ? MailClass.DELIVERED : MailClass.SOFT;
        };
    }
}
