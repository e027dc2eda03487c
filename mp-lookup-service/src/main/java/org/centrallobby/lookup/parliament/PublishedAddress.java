package org.centrallobby.lookup.parliament;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.parliament.Answer.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that Parliament publishes for a member.
 *
 * @param office whether it is that of the office in Parliament
 * @param preferred whether the member prefers it
 */
record PublishedAddress(boolean office, boolean preferred, String email) {
    /** Parliament's number for the office in Parliament, in both of its APIs. */
    static final int PARLIAMENTARY_OFFICE = 1;

    private static final String PARLIAMENT = "@parliament.uk";

    /** What people write between two addresses and around them. A colon ends "mailto". */
    private static final Pattern AROUND = Pattern.compile("[\\s,;:|/<>()\\[\\]\"]+");

    /** What follows a domain: the end of a sentence, or what a mailto link asks for. */
    private static final Pattern AFTER_DOMAIN = Pattern.compile("(\\?.*|[.!'-]+)$");

    /** The office's address comes first, then any other of Parliament's, then the one that the member prefers. */
    private static final Comparator<PublishedAddress> ORDER = Comparator.comparing(
                    (PublishedAddress address) -> !address.office)
            .thenComparing(address -> !address.email.endsWith(PARLIAMENT))
            .thenComparing(address -> !address.preferred);

    /** The way to reach a member for whom these are published. */
    static Contact choose(List<PublishedAddress> addresses) {
        return addresses.stream()
                .min(ORDER)
                .map(address -> Contact.email(address.email))
                .orElse(Contact.NONE);
    }

    static Contact choose(Answer contacts) {
        return choose(contacts.entries().stream().flatMap(PublishedAddress::in).toList());
    }

    /** The addresses that a field holds, which may be several, or none. */
    static Stream<PublishedAddress> in(boolean office, boolean preferred, @Nullable String field) {
        return field == null
                ? Stream.empty()
                : Arrays.stream(AROUND.split(field))
                        .map(PublishedAddress::address)
                        .flatMap(Optional::stream)
                        .map(email -> new PublishedAddress(office, preferred, email));
    }

    private static Stream<PublishedAddress> in(Entry contact) {
        var office = contact.typeId() != null && contact.typeId() == PARLIAMENTARY_OFFICE;
        return in(office, Boolean.TRUE.equals(contact.isPreferred()), contact.email());
    }

    private static Optional<String> address(String word) {
        var at = word.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        var local = word.substring(0, at);
        var domain = AFTER_DOMAIN
                .matcher(word.substring(at).toLowerCase(Locale.ROOT))
                .replaceAll("");
        var email = domain.equals(PARLIAMENT) ? local.toLowerCase(Locale.ROOT) + domain : local + domain;
        try {
            return Optional.ofNullable(Contact.email(email).email());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "PublishedAddress[office=%s]".formatted(office);
    }
}
