package org.centrallobby.letter.supporter;

import java.net.IDN;
import java.util.Locale;
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

    /** What stands behind the @ sign, for instance {@code example.org}. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Whether mail to both comes to the same mailbox, as far as the addresses tell. */
    public boolean isSameMailbox(EmailAddress other) {
        return canonical().equals(other.canonical());
    }

    /** The same for all the ways of writing that reach one mailbox: case, a tag behind a plus sign, Gmail's dots. */
    String canonical() {
        var at = value.lastIndexOf('@');
        var local = value.substring(0, at).toLowerCase(Locale.ROOT);
        var domain = value.substring(at + 1);
        var plus = local.indexOf('+');
        var untagged = plus > 0 ? local.substring(0, plus) : local;
        return domain.equals("gmail.com") || domain.equals("googlemail.com")
                ? untagged.replace(".", "") + "@gmail.com"
                : untagged + "@" + domain;
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
