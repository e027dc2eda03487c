package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.supporter.BroughtSupporter;
import org.centrallobby.letter.supporter.EmailAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody as another system sends them, with more than is known here; what is not named here is not kept. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(example = """
        {"person": {"identifiers": ["civicrm:4711"], "given_name": "Ann", "family_name": "Writer", "email_addresses": \
        [{"primary": true, "address": "ann@constituent.example", "status": "subscribed"}], "central_lobby:consent": \
        {"wording": "Yes, write to me about your campaigns.", "source": "Sign-up sheet, Ludlow fair", "given_at": \
        "2026-09-12T11:00:00Z"}}}\
        """)
record PersonSignup(@Nullable Person person) {
    private static final int MOST_IDENTIFIERS = 10;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_.-]{1,64}:[\\x21-\\x7e]{1,128}");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]{0,100}");
    private static final Pattern TEXT =
            Pattern.compile("(?=.*\\S)(?:[^\\p{Cc}\\p{Cs}]|[\\r\\n\\t]){1,2000}", Pattern.DOTALL);

    /** @param identifiers what other systems call them, each {@code system:id} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(
            @Nullable List<@Nullable String> identifiers,
            @JsonProperty("given_name") @Nullable String givenName,
            @JsonProperty("family_name") @Nullable String familyName,
            @JsonProperty("email_addresses") @Nullable List<@Nullable Email> emailAddresses,
            @JsonProperty("central_lobby:consent") @Nullable Consent consent) {
        @Override
        public String toString() {
            return "Person[***]";
        }
    }

    /** @param status subscribed, which is meant where it is left out, or unsubscribed */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Email(
            @Nullable Boolean primary,
            @Nullable String address,
            @Nullable String status) {
        @Override
        public String toString() {
            return "Email[***]";
        }
    }

    /**
     * What proves that the organisation may write to them.
     *
     * @param wording the words that they agreed to
     * @param source where they did, for instance a form's address or an event
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Consent(
            @Nullable String wording,
            @Nullable String source,
            @JsonProperty("given_at") @Nullable Instant givenAt) {}

    boolean isUnsubscribing() {
        return "unsubscribed".equals(primary().status());
    }

    /** The primary address, or the first. */
    EmailAddress email() {
        var address = primary().address();
        return java.util.Optional.ofNullable(address)
                .flatMap(EmailAddress::parse)
                .orElseThrow(() -> refused(List.of(
                        new FieldError("#/person/email_addresses", "Send an e-mail address like ann@example.org."))));
    }

    /** The person and their consent, if they are complete. */
    BroughtSupporter brought(Instant now) {
        var errors = new ArrayList<FieldError>();
        var sent = sent();
        var given = name(sent.givenName(), "given_name", errors);
        var family = name(sent.familyName(), "family_name", errors);
        if (given.isEmpty() && family.isEmpty()) {
            errors.add(new FieldError("#/person/given_name", "Send their name."));
        }
        var status = primary().status();
        if (status != null && !status.equals("subscribed")) {
            errors.add(new FieldError(
                    "#/person/email_addresses", "Only people whose status is subscribed, or unsubscribed, are taken."));
        }
        var identifiers = identifiers(sent, errors);
        var consent = sent.consent() == null ? new Consent(null, null, null) : sent.consent();
        var wording = text(consent.wording(), "wording", "Send the words that they agreed to.", errors);
        var source = text(consent.source(), "source", "Say where they agreed, for instance at which form.", errors);
        var at = consent.givenAt();
        if (at == null || at.isAfter(now) || at.isBefore(Instant.EPOCH)) {
            errors.add(new FieldError("#/person/central_lobby:consent/given_at", "Say when they agreed, in ISO 8601."));
        }
        var email = email();
        if (at == null || !errors.isEmpty()) {
            throw refused(errors);
        }
        return new BroughtSupporter(
                identifiers, given, family, email, wording, source, at.truncatedTo(ChronoUnit.MICROS));
    }

    private Person sent() {
        return person == null ? new Person(null, null, null, null, null) : person;
    }

    private Email primary() {
        var sent = sent().emailAddresses();
        var addresses = sent == null
                ? List.<Email>of()
                : sent.stream().filter(java.util.Objects::nonNull).toList();
        return addresses.stream()
                .filter(address -> Boolean.TRUE.equals(address.primary()))
                .findFirst()
                .or(() -> addresses.stream().findFirst())
                .orElse(new Email(null, null, null));
    }

    private static String name(@Nullable String sent, String field, List<FieldError> errors) {
        var name = sent == null ? "" : sent.strip();
        if (!ONE_LINE.matcher(name).matches()) {
            errors.add(new FieldError("#/person/" + field, "Keep it to one line of at most 100 characters."));
        }
        return name;
    }

    private static String text(@Nullable String sent, String field, String wanted, List<FieldError> errors) {
        if (sent == null || !TEXT.matcher(sent).matches()) {
            errors.add(
                    new FieldError("#/person/central_lobby:consent/" + field, wanted + " At most 2,000 characters."));
            return "";
        }
        return sent.strip();
    }

    private static Set<String> identifiers(Person sent, List<FieldError> errors) {
        var identifiers = new TreeSet<String>();
        if (sent.identifiers() != null) {
            for (var identifier : sent.identifiers()) {
                if (identifier == null || !IDENTIFIER.matcher(identifier).matches()) {
                    errors.add(new FieldError(
                            "#/person/identifiers", "Write each as system:id, for instance civicrm:4711."));
                    return Set.of();
                }
                // Our own is ours to give.
                if (!identifier.startsWith(Addresses.NAMESPACE + ":")) {
                    identifiers.add(identifier);
                }
            }
        }
        if (identifiers.size() > MOST_IDENTIFIERS) {
            errors.add(new FieldError("#/person/identifiers", "Send at most 10."));
        }
        return identifiers;
    }

    private static Failure refused(List<FieldError> errors) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Only people who agreed to hear from your organisation can be brought along, with what proves it.",
                errors);
    }
}
