package org.centrallobby.letter.supporter;

import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can be sent to: the plain form that people have, without quotes, comments or routes.
 *
 * @param value as it is used for sending; the domain in lower case and, if international, in its ASCII form
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private static final String GMAIL = "gmail.com";
    private static final Map<String, String> ALIASES = Map.of(
            "googlemail.com", GMAIL,
            "me.com", "icloud.com",
            "mac.com", "icloud.com",
            "protonmail.com", "proton.me",
            "protonmail.ch", "proton.me",
            "pm.me", "proton.me");

    /** The address that was typed, if it is one. */
    public static Optional<EmailAddress> parse(String typed) {
        var text = typed.strip();
        var at = text.lastIndexOf('@');
        if (at < 1 || at > 64 || text.length() > LONGEST) {
            return Optional.empty();
        }
        var local = text.substring(0, at);
        var domain = ascii(text.substring(at + 1)).toLowerCase(Locale.ROOT);
        return LOCAL.matcher(local).matches()
                        && DOMAIN.matcher(domain).matches()
                        && local.length() + 1 + domain.length() <= LONGEST
                ? Optional.of(new EmailAddress(local + "@" + domain))
                : Optional.empty();
    }

    /** Whether it is of a kind that is thrown away within the hour: no reply would ever be read there. */
    public boolean isDisposable() {
        return DisposableDomains.contains(domain());
    }

    /** What was probably meant, where the domain looks mistyped. It is a guess: only its owner knows. */
    public Optional<EmailAddress> suggestion() {
        return MistypedDomain.meant(domain()).map(meant -> new EmailAddress(local() + "@" + meant));
    }

    /**
     * The same for all the ways of writing that reach one mailbox: case, a tag behind a plus sign, Gmail's dots, and the
     * several domains that Apple, Google and Proton give to one account. Microsoft's domains are accounts of their own.
     */
    public String canonical() {
        var typed = local().toLowerCase(Locale.ROOT);
        var plus = typed.indexOf('+');
        var untagged = plus > 0 ? typed.substring(0, plus) : typed;
        var domain = ALIASES.getOrDefault(domain(), domain());
        return (domain.equals(GMAIL) ? untagged.replace(".", "") : untagged) + "@" + domain;
    }

    private String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /** Whether mail to both comes to the same mailbox, as far as the addresses tell. */
    public boolean isSameMailbox(EmailAddress other) {
        return canonical().equals(other.canonical());
    }

    /** What stands behind the @ sign, for instance {@code example.org}. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[***]";
    }
}
