package org.centrallobby.lookup.member;

import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a member is reached.
 *
 * @param email the address; null unless the kind is e-mail
 * @param webForm where the form is; null unless the kind is a web form
 */
public record Contact(
        ContactKind kind,

        @Schema(nullable = true, examples = "iain.duncansmith.mp@mp.example") @Nullable String email,

        @Schema(nullable = true) @Nullable String webForm) {
    /** No way is known. */
    public static final Contact NONE = new Contact(ContactKind.NONE, null, null);

    /** Letters on paper only. */
    public static final Contact POST = new Contact(ContactKind.POST, null, null);

    /** Enough to keep slips out of the data: one @, a domain with a dot, nothing that a header could be ended with. */
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private static final int LONGEST_EMAIL = 254;

    /** @throws IllegalArgumentException if the text is not an e-mail address */
    public static Contact email(String address) {
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
        return new Contact(ContactKind.EMAIL, address, null);
    }

    /** @throws IllegalArgumentException if the text is not an address of the web that begins with https */
    public static Contact webForm(String address) {
        var uri = URI.create(address);
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("not an https address");
        }
        return new Contact(ContactKind.WEB_FORM, null, address);
    }

    @Override
    public String toString() {
        return "Contact[%s]".formatted(kind);
    }
}
