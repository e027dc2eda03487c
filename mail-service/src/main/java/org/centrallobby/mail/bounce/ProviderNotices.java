package org.centrallobby.mail.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Amazon SES tells of bounces, complaints and deliveries as JSON, which its notification service sends by mail too. */
final class ProviderNotices {
    private static final Pattern KIND =
            Pattern.compile("\"(?:notificationType|eventType)\"\\s?:\\s?\"(Bounce|Complaint|Delivery)\"");
    private static final Pattern RECIPIENTS =
            Pattern.compile("\"(?:bouncedRecipients|complainedRecipients|recipients)\"\\s?:\\s?\\[([^\\]]{0,20000})]");
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]{0,4000}}");

    private ProviderNotices() {}

    /** Nothing where the text is no such notice. */
    static List<ReturnedRecipient> read(String text) {
        if (!text.contains("notificationType") && !text.contains("eventType")) {
            return List.of();
        }
        // Mail breaks the long lines.
        var json = text.replace("\\\"", "\"").replaceAll("\\r?\\n ?", " ");
        var kind = KIND.matcher(json);
        var recipients = RECIPIENTS.matcher(json);
        if (!kind.find() || !recipients.find()) {
            return List.of();
        }
        var found = new ArrayList<ReturnedRecipient>();
        if (kind.group(1).equals("Delivery")) {
            Addresses.all(recipients.group(1))
                    .forEach(address -> found.add(
                            new ReturnedRecipient(address, MailClass.DELIVERED, null, null, Reason.DELIVERED, "")));
            return found;
        }
        OBJECT.matcher(recipients.group(1))
                .results()
                .limit(50)
                .forEach(object -> found.add(recipient(kind.group(1), object.group())));
        return found;
    }

    private static ReturnedRecipient recipient(String kind, String object) {
        var address = Addresses.first(value(object, "emailAddress"));
        if (kind.equals("Complaint")) {
            return new ReturnedRecipient(address, MailClass.COMPLAINT, null, null, Reason.FEEDBACK, "abuse");
        }
        var diagnostic = value(object, "diagnosticCode");
        var words = diagnostic == null
                ? ""
                : diagnostic.replaceFirst("^\\s*smtp;", "").strip();
        return Classifier.failed(address, MailClass.SOFT, Diagnosis.of(words, value(object, "status"), "", ""), words);
    }

    private static @Nullable String value(String object, String name) {
        var value =
                Pattern.compile("\"" + name + "\"\\s?:\\s?\"([^\"]{0,2000})\"").matcher(object);
        return value.find() ? value.group(1) : null;
    }
}
