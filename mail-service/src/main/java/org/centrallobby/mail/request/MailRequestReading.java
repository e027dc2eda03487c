package org.centrallobby.mail.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.address.HeaderText;
import org.centrallobby.mail.queue.NewMail;
import org.centrallobby.mail.queue.ToForget;
import org.centrallobby.mail.report.MailKind;
import org.jspecify.annotations.Nullable;

/** Reads the data of events and checks every value against the contract before anything is kept of it. */
@ApplicationScoped
class MailRequestReading {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 60;
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final ObjectMapper json;

    MailRequestReading(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param traceparent the work that asked for it, if that is traced
     * @throws Malformed if it breaks the contract
     */
    NewMail request(@Nullable String data, @Nullable String traceparent) {
        var request = parsed(data, MailRequest.class);
        var campaign = present("campaign", request.campaign());
        var from = present("from", request.from());
        var replyTo = request.replyTo();
        var campaignId = id("campaign.id", campaign.id());
        return new NewMail(
                id("mail", request.mail()),
                kind(present("kind", request.kind())),
                campaign.organisation() == null ? campaignId : id("campaign.organisation", campaign.organisation()),
                campaignId,
                slug(present("campaign.slug", campaign.slug())),
                line("campaign.title", campaign.title(), LONGEST_NAME),
                line("from.name", from.name(), LONGEST_NAME),
                from.domain() == null ? null : domain(from.domain()),
                replyTo == null ? null : correspondent("replyTo", replyTo),
                correspondent("to", present("to", request.to())),
                line("subject", request.subject(), LONGEST_SUBJECT),
                text(present("text", request.text())),
                present("automatic", request.automatic()),
                time("composedAt", request.composedAt()),
                time("expiresAt", request.expiresAt()),
                traceparent);
    }

    /** @throws Malformed if it breaks the contract */
    UUID recall(@Nullable String data) {
        return id("mail", parsed(data, MailRecall.class).mail());
    }

    /** @throws Malformed if it breaks the contract */
    ToForget erasure(@Nullable String data) {
        var erasure = parsed(data, MailErasure.class);
        return new ToForget(id("mail", erasure.mail()), kind(present("kind", erasure.kind())));
    }

    private <T> T parsed(@Nullable String data, Class<T> type) {
        if (data == null) {
            throw new Malformed("there are no data");
        }
        try {
            return present("data", json.readValue(data, type));
        } catch (JsonProcessingException e) {
            // The parser's own words may quote what it met.
            throw new Malformed("the data are not JSON of the form that is asked for");
        }
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new Malformed(name + " is missing");
        }
        return value;
    }

    private static UUID id(String name, @Nullable String value) {
        try {
            return UUID.fromString(present(name, value));
        } catch (IllegalArgumentException e) {
            throw new Malformed(name + " is not a UUID");
        }
    }

    private static MailKind kind(String value) {
        try {
            return MailKind.of(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed("kind is none that is known");
        }
    }

    private static String slug(String value) {
        if (value.length() > LONGEST_SLUG || !SLUG.matcher(value).matches()) {
            throw new Malformed("campaign.slug is not a slug");
        }
        return value;
    }

    private static String domain(String value) {
        try {
            return EmailAddress.parseDomain(value);
        } catch (IllegalArgumentException e) {
            throw new Malformed("from.domain is not a domain");
        }
    }

    /** Text that goes into a header. */
    private static String line(String name, @Nullable String value, int longest) {
        var line = present(name, value);
        if (line.isBlank()) {
            throw new Malformed(name + " is empty");
        }
        return headerSafe(name, line, longest);
    }

    private static String headerSafe(String name, String line, int longest) {
        if (line.codePointCount(0, line.length()) > longest) {
            throw new Malformed("%s is longer than %d characters".formatted(name, longest));
        }
        if (!HeaderText.isSafe(line)) {
            throw new Malformed(name + " holds a line break or another control character");
        }
        return line;
    }

    /** Anything may stand in a letter but what neither a database nor UTF-8 can hold. */
    private static String text(String value) {
        if (value.isEmpty() || value.codePointCount(0, value.length()) > LONGEST_TEXT) {
            throw new Malformed("text is empty or longer than %d characters".formatted(LONGEST_TEXT));
        }
        if (value.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new Malformed("text holds a NUL or half a character");
        }
        return value;
    }

    private static Correspondent correspondent(String name, MailRequest.Address address) {
        var shown = address.name();
        if (shown != null) {
            headerSafe(name + ".name", shown, LONGEST_NAME);
        }
        try {
            return new Correspondent(shown, EmailAddress.parse(present(name + ".address", address.address())));
        } catch (IllegalArgumentException e) {
            throw new Malformed("%s.address is %s".formatted(name, e.getMessage()));
        }
    }

    private static Instant time(String name, @Nullable String value) {
        try {
            return OffsetDateTime.parse(present(name, value)).toInstant();
        } catch (DateTimeParseException e) {
            throw new Malformed(name + " is not a date with its time and zone");
        }
    }
}
