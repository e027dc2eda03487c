package org.centrallobby.mail.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.centrallobby.mail.problem.Failure;
import org.centrallobby.mail.problem.FieldError;
import org.centrallobby.mail.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A domain to register. */
@Schema(
        name = "DomainRegistration",
        example =
                "{\"organisation\": \"01936f00-0000-7000-8000-0000000000aa\", \"domain\": \"letters.charity.example\"}")
record DomainRequest(
        @NotNull(message = "Say whose domain it is.") UUID organisation,

        @Schema(description = "The domain that stands in From; in its Unicode or its ASCII form")
        @NotNull(message = "Say which domain.") @Size(min = 4, max = 200, message = "A domain has 4 to 200 characters.") String domain) {

    /** The domain in lower case and in its ASCII form. */
    String name() {
        try {
            var ascii = IDN.toASCII(domain.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (ascii.matches("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new Failure(
                ProblemType.INVALID_REQUEST,
                "Send the domain alone, such as letters.charity.example.",
                List.of(new FieldError("/domain", "is no domain")));
    }
}
