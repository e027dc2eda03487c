package org.centrallobby.letter.organisation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * As whom an organisation's mails come.
 *
 * @param name stands in From of what is written to supporters; null for the organisation's own
 * @param domain the organisation's own, to stand behind the @ of From in all of a campaign's mails; null for the platform's.
 *     The mail-service uses it once it is registered there and its DNS records are right; until then mails come from the
 *     platform's
 */
@Schema(examples = """
        {"name": "Clear Sight", "domain": "mail.clearsight.example"}""")
public record SendingIdentity(
        @Size(min = 1, max = 78, message = "Keep the sender's name to 1 to 78 characters.") @Pattern(regexp = "(?=.*\\S)" + Texts.ONE_LINE, message = "Enter the sender's name on one line.")
        @Nullable String name,

        @Schema(
                description =
                        "The organisation's own domain for the sender's address. It is used once the operator has registered it for"
                                + " sending and its DNS records are right; until then mails come from the platform's domain.")
        @Size(max = 253, message = "Keep the domain to 253 characters.") @Pattern(
                regexp = Texts.DOMAIN,
                message =
                        "Write the domain in lower case, like mail.example.org; an international one begins with xn--.")
        @Nullable String domain) {
    /** The organisation's name, at the platform's domain. */
    static final SendingIdentity PLAIN = new SendingIdentity(null, null);
}
