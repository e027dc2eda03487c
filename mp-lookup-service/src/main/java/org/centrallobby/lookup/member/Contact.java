package org.centrallobby.lookup.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a member is reached.
 *
 * @param email the address; null unless the kind is e-mail
 * @param webForm where the form is; null unless the kind is a web form
 * @param emailMissingSince the day since which the source no longer names the address, which is kept all the same: sources
 *     lose addresses for days; null and left out while it names it
 */
public record Contact(
        ContactKind kind,

        @Schema(nullable = true, examples = "iain.duncansmith.mp@mp.example") @Nullable String email,

        @Schema(nullable = true) @Nullable String webForm,

        @Schema(nullable = true) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate emailMissingSince) {
    /** No way is known. */
    public static final Contact NONE = new Contact(ContactKind.NONE, null, null, null);

    /** Letters on paper only. */
    public static final Contact POST = new Contact(ContactKind.POST, null, null, null);

    /**
     * What the mail-service takes, so that no letter ends in its hands: a dot-atom (RFC 5322, section 3.4.1) and a domain with a
     * dot.
     */
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+)");

    private static final int LONGEST_EMAIL = 254;

    /** In bytes. */
    private static final int LONGEST_LOCAL_PART = 64;

    /** @throws IllegalArgumentException if the text is not an e-mail address */
    public static Contact email(String address) {
        if (address.length() > LONGEST_EMAIL
                || !EMAIL.matcher(address).matches()
                || localPart(address).getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL_PART
                || !isDomain(address.substring(address.indexOf('@') + 1))) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        return new Contact(ContactKind.EMAIL, address, null, null);
    }

    private static String localPart(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    /** Whether it has a form in ASCII (RFC 5890), in which alone it can be looked up. */
    private static boolean isDomain(String domain) {
        try {
            return !IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException if the text is not an address of the web that begins with https */
    public static Contact webForm(String address) {
        var uri = URI.create(address);
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("not an https address");
        }
        return new Contact(ContactKind.WEB_FORM, null, address, null);
    }

    /** This contact, an e-mail address, after its source has stopped naming it. */
    public Contact missingSince(LocalDate day) {
        return new Contact(kind, email, webForm, day);
    }

    @Override
    public String toString() {
        return "Contact[%s]".formatted(kind);
    }
}
