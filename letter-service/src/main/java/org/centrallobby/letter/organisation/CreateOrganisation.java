package org.centrallobby.letter.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.centrallobby.letter.language.Spoken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A new organisation.
 *
 * @param sendingIdentity the organisation's name at the platform's domain where it is left out
 * @param languages {@code en} where it is left out
 */
@Schema(example = """
        {"name": "Clear Sight Campaign", "legalType": "informal-group", "replyContact": \
        "hello@clearsight.example", "imprint": "Published by Clear Sight Campaign, 12 Sample Street, \
        London.", "privacyUrl": "https://clearsight.example/privacy", \
        "sendingIdentity": {"name": "Clear Sight"}, "allowedOrigins": \
        ["https://www.clearsight.example"], "languages": ["en"]}\
        """)
record CreateOrganisation(
        @NotBlank(message = "Enter the organisation's name.") @Size(max = 120, message = "Keep the name to 120 characters.") @Pattern(regexp = Texts.ONE_LINE, message = "Keep the name to one line.") String name,

        @NotNull(message = "Choose what the organisation is: charity, trade-union, company, informal-group or party.") LegalType legalType,

        @NotBlank(message = "Enter the e-mail address where the organisation answers questions.") @Size(max = 254, message = "Keep the e-mail address to 254 characters.") @Pattern(regexp = Texts.EMAIL, message = "Enter an e-mail address like office@example.org.") String replyContact,

        @NotBlank(message = "Enter the imprint: who is responsible, and their address.") @Size(max = 500, message = "Keep the imprint to 500 characters.") @Pattern(regexp = Texts.LINES, message = "Take the invisible control characters out of the imprint.") String imprint,

        @NotBlank(message = "Enter the address of the organisation's privacy notice.") @Size(max = 500, message = "Keep the address to 500 characters.") @Pattern(regexp = Texts.WEB_ADDRESS, message = "Enter an address that begins with https://.") String privacyUrl,

        @Valid @Nullable SendingIdentity sendingIdentity,

        @NotNull(message = "List the origins of the pages that will show campaigns; [] for none.") @Size(max = 20, message = "List at most 20 origins.") List<
                        @NotNull(message = Texts.ORIGIN_WANTED) @Pattern(regexp = Texts.ORIGIN, message = Texts.ORIGIN_WANTED) String>
                allowedOrigins,

        @Size(min = 1, max = 20, message = "List 1 to 20 languages, for instance en and cy.") @Nullable List<@NotNull(message = "Leave out what is no language.") @Spoken String> languages) {

    OrganisationProfile profile() {
        return new OrganisationProfile(
                name.strip(),
                legalType,
                replyContact,
                imprint.strip(),
                privacyUrl,
                sendingIdentity == null ? SendingIdentity.PLAIN : sendingIdentity,
                allowedOrigins.stream().distinct().toList(),
                languages == null
                        ? List.of("en")
                        : languages.stream().distinct().toList());
    }
}
