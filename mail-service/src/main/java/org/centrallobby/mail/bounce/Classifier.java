package org.centrallobby.mail.bounce;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what came back. The standards' reports are asked first (RFC 5965, RFC 3464), then what mail systems write without
 * any; only what no mail system has written can be an answer, a machine's (RFC 3834) or a person's. It never throws,
 * whatever it is given.
 */
final class Classifier {
    private static final Pattern UNSUBSCRIBE = Pattern.compile("(?i)^\\s*unsubscribe\\s*$");
    private static final Pattern PROVIDERS_COMPLAINT = Pattern.compile("(?i)^complaint about message from ");
    private static final Pattern COMPLAINT =
            Pattern.compile("abuse|fraud|opt-out|opt-out-list|other|miscategorized|unsubscribe");
    private static final Pattern ANSWERED =
            Pattern.compile("(?i)^\\s*(?:re|aw|sv|antw|vs|r|ynt|odp|ateb|ymateb)(?:\\[\\d+])?\\s*:");
    private static final int LONGEST_WORDS = 300;

    private Classifier() {}

    /** Understands a message as it came, headers first. */
    static Understood classify(byte[] message) {
        return classify(MessageReading.read(message));
    }

    static Understood classify(ReadMessage message) {
        if (isFeedback(message)) {
            return feedback(message);
        }
        if (message.reportType().equals("disposition-notification")) {
            return new Understood(MailClass.DELIVERED, List.of(), Tracing.of(message), null);
        }
        var noticed = ProviderNotices.read(message.text());
        if (!noticed.isEmpty()) {
            return new Understood(MailClass.gravest(noticed), noticed, Tracing.of(message), null);
        }
        var reported = reported(message);
        if (!reported.isEmpty()) {
            return new Understood(MailClass.gravest(reported), reported, Tracing.of(message), null);
        }
        if (isBounce(message)) {
            var told = told(message);
            var wrapped = told.stream()
                            .allMatch(one -> one.reason() == Reason.UNDEFINED
                                    || one.mailClass() == MailClass.SOFT && one.status() == null && one.code() == null)
                    ? wrapped(message)
                    : List.<ReturnedRecipient>of();
            if (!wrapped.isEmpty()) {
                return new Understood(MailClass.gravest(wrapped), wrapped, Tracing.of(message), null);
            }
            return new Understood(
                    told.isEmpty() ? MailClass.UNKNOWN : MailClass.gravest(told), told, Tracing.of(message), null);
        }
        return new Understood(answer(message), List.of(), Tracing.of(message), author(message));
    }

    private static boolean isFeedback(ReadMessage message) {
        return message.reportType().equals("feedback-report")
                || !message.feedback().isEmpty()
                || PROVIDERS_COMPLAINT
                                .matcher(message.header().decoded("Subject"))
                                .find()
                        && !message.originals().isEmpty()
                || UNSUBSCRIBE.matcher(message.header().decoded("Subject")).matches()
                        && message.header().has("Auto-Submitted");
    }

    /** A complaint, unless its type says the contrary (not-spam) or speaks of signatures (auth-failure, RFC 6591). */
    private static Understood feedback(ReadMessage message) {
        var fields = HeaderLines.read(String.join("\n", message.feedback()).strip());
        var type = fields.text("Feedback-Type").strip().toLowerCase(Locale.ROOT);
        var counts = type.isEmpty() || COMPLAINT.matcher(type).matches();
        var original = message.originals().isEmpty()
                ? new HeaderLines()
                : HeaderLines.read(message.originals().getFirst());
        var address = Tracing.firstOf(
                Addresses.ofReport(fields.first("Original-Rcpt-To")),
                Addresses.ofReport(fields.first("Removal-Recipient")),
                Addresses.first(original.first("X-HmXmrOriginalRecipient")),
                Addresses.first(original.first("To")));
        if (!counts) {
            return new Understood(MailClass.UNKNOWN, List.of(), Tracing.of(message), null);
        }
        var complaint = new ReturnedRecipient(address, MailClass.COMPLAINT, null, null, Reason.FEEDBACK, type);
        return new Understood(MailClass.COMPLAINT, List.of(complaint), Tracing.of(message), null);
    }

    /** What the fields of a delivery report say; nothing where the mail is none. */
    private static List<ReturnedRecipient> reported(ReadMessage message) {
        var isReport = message.reportType().equals("delivery-status");
        var isFromSystem = MailSystem.sends(message.header()) || MailSystem.isNullSender(message.header());
        if (!isReport && !isFromSystem) {
            return List.of();
        }
        var fields = new ArrayList<StatusFields>();
        message.reports().forEach(report -> fields.addAll(StatusFields.read(report)));
        if (fields.isEmpty()) {
            fields.addAll(StatusFields.find(Accounts.ofTheSystem(message.text())));
        }
        var text = Accounts.ofTheSystem(message.text());
        var accounts = Accounts.of(text, Set.of());
        var found = new ArrayList<ReturnedRecipient>();
        for (var one : fields) {
            found.add(recipient(one, text, account(one.address(), accounts, fields.size() == 1), message.header()));
        }
        return found;
    }

    /** A report that a gateway has put into another, whole, as text or as what it returns. */
    private static List<ReturnedRecipient> wrapped(ReadMessage message) {
        if (message.text().contains("Reporting-MTA:")) {
            return StatusFields.find(message.text()).stream()
                    .map(one -> recipient(one, "", "", message.header()))
                    .toList();
        }
        for (var original : message.originals()) {
            var inner = MessageReading.read(original.getBytes(StandardCharsets.UTF_8));
            var isReport = inner.reportType().equals("delivery-status") && MailSystem.sends(inner.header());
            if (isReport
                    && Accounts.of(Accounts.ofTheSystem(message.text()), Set.of())
                            .isEmpty()) {
                return reported(inner);
            }
        }
        return List.of();
    }

    private static String account(@Nullable String address, Map<String, String> accounts, boolean isOnly) {
        for (var account : accounts.entrySet()) {
            if (address != null && account.getKey().equalsIgnoreCase(address)) {
                return account.getValue();
            }
        }
        return isOnly && accounts.size() == 1 ? accounts.values().iterator().next() : "";
    }

    private static ReturnedRecipient recipient(StatusFields fields, String text, String account, HeaderLines header) {
        var address = fields.address() != null ? fields.address() : Addresses.first(header.text("X-Failed-Recipients"));
        var outcome = fields.outcome();
        if (outcome == MailClass.DELIVERED) {
            return new ReturnedRecipient(
                    address, outcome, fields.status(), null, Reason.DELIVERED, words(fields.diagnostic()));
        }
        var words = fields.diagnostic().codePoints().anyMatch(Character::isLetter) ? fields.diagnostic() : account;
        var diagnosis =
                Diagnosis.of(words, fields.status(), account.isEmpty() && words.isEmpty() ? text : account, text);
        return failed(address, outcome, diagnosis, words);
    }

    private static boolean isBounce(ReadMessage message) {
        var header = message.header();
        if (header.has("X-Failed-Recipients")) {
            return true;
        }
        var text = Accounts.ofTheSystem(message.text());
        var fromSystem = MailSystem.sends(header);
        var bySubject = MailSystem.isSubject(header.decoded("Subject"));
        var undelivered = MailSystem.saysUndelivered(text);
        if (fromSystem) {
            return bySubject || undelivered;
        }
        var returnsSomething =
                !message.originals().isEmpty() || text.length() < message.text().length() - 100;
        return MailSystem.isNullSender(header) && undelivered && (bySubject || returnsSomething)
                || bySubject
                        && undelivered
                        && returnsSomething
                        && !ANSWERED.matcher(header.decoded("Subject")).find();
    }

    /** What a mail system tells in its own words. */
    private static List<ReturnedRecipient> told(ReadMessage message) {
        var text = Accounts.ofTheSystem(message.text());
        var delayed = MailSystem.saysDelayed(message.header().decoded("Subject"), text);
        var accounts = accounts(message, text);
        var found = new ArrayList<ReturnedRecipient>();
        accounts.forEach((address, words) -> {
            var only = accounts.size() == 1;
            var diagnosis = Diagnosis.of(words, null, only ? text : "", only ? text : "");
            found.add(failed(address, delayed ? MailClass.DELAYED : MailClass.SOFT, diagnosis, words));
        });
        return found;
    }

    private static Map<String, String> accounts(ReadMessage message, String text) {
        var header = message.header();
        var failed = Addresses.all(String.join(" ", header.all("X-Failed-Recipients")));
        var bystanders = new HashSet<String>();
        for (var field : List.of("From", "Sender", "Return-Path", "Reply-To")) {
            Addresses.all(header.text(field)).forEach(address -> bystanders.add(Accounts.key(address)));
        }
        if (!failed.isEmpty()) {
            var told = Accounts.of(text, Set.of());
            var result = new java.util.LinkedHashMap<String, String>();
            failed.forEach(address -> result.put(address, account(address, told, failed.size() == 1)));
            return result;
        }
        var sender = new HashSet<>(bystanders);
        Addresses.all(header.text("To")).forEach(address -> sender.add(Accounts.key(address)));
        var told = Accounts.of(text, sender);
        if (told.isEmpty()) {
            told = Accounts.of(text, bystanders);
        }
        return told.isEmpty() ? ofTheOriginal(message, text, sender) : told;
    }

    /** Where the report names nobody, it is whom the original was for. */
    private static Map<String, String> ofTheOriginal(ReadMessage message, String text, Set<String> sender) {
        for (var original : Tracing.originals(message)) {
            var to = Addresses.first(original.first("To"));
            if (to != null) {
                return Map.of(to, text);
            }
        }
        for (var address : Addresses.all(text)) {
            if (!sender.contains(Accounts.key(address))
                    && !address.toLowerCase(Locale.ROOT).startsWith("postmaster@")) {
                return Map.of(address, text);
            }
        }
        return Map.of();
    }

    static ReturnedRecipient failed(@Nullable String address, MailClass outcome, Diagnosis diagnosis, String words) {
        var reason = diagnosis.reason();
        var temporary = diagnosis.code() != null && diagnosis.code() < 500
                || diagnosis.status() != null && diagnosis.status().startsWith("4");
        var hard = outcome == MailClass.SOFT
                && reason.saysThatTheAddressIsNone()
                && !(temporary && reason != Reason.USERUNKNOWN && reason != Reason.HASMOVED);
        return new ReturnedRecipient(
                address, hard ? MailClass.HARD : outcome, diagnosis.status(), diagnosis.code(), reason, words(words));
    }

    private static String words(String text) {
        var line = text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip().replaceAll(Addresses.FORM, "(address)");
        return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) : line;
    }

    private static MailClass answer(ReadMessage message) {
        var header = message.header();
        if (Addresses.first(header.first("From")) == null) {
            return MailClass.UNKNOWN;
        }
        if (isList(header)) {
            return MailClass.UNKNOWN;
        }
        if (AutomaticAnswers.include(header, message.text())) {
            return MailSystem.sends(header) && !header.has("Auto-Submitted") ? MailClass.UNKNOWN : MailClass.AUTO_REPLY;
        }
        var answers = header.has("In-Reply-To")
                || header.has("References")
                || ANSWERED.matcher(header.decoded("Subject")).find();
        return answers ? MailClass.REPLY : MailClass.UNKNOWN;
    }

    private static boolean isList(HeaderLines header) {
        return header.has("List-Id") || header.has("List-Unsubscribe");
    }

    private static Understood.Author author(ReadMessage message) {
        var header = message.header();
        var from = message.header().decoded("From");
        var text = message.texts().isEmpty() ? "" : message.texts().getFirst();
        return new Understood.Author(
                Addresses.name(from),
                Addresses.first(message.header().first("From")),
                subject(message),
                Answers.text(text),
                MailSystem.sends(header) || isList(header));
    }

    private static String subject(ReadMessage message) {
        var subject = message.header()
                .decoded("Subject")
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .strip();
        return subject.length() > 200 ? subject.substring(0, 200) : subject;
    }
}
