package org.centrallobby.letter.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.centrallobby.letter.language.Spoken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changes about an organisation; what is left out stays. A sending identity is replaced as a whole. */
@Schema(example = """
        {"allowedOrigins": ["https://www.clearsight.example", "https://news.example"]}\
        """)
record ChangeOrganisation(
        @Size(min = 1, max = 120, message = "Enter a name of 1 to 120 characters.") @Pattern(regexp = "(?=.*\\S)" + Texts.ONE_LINE, message = "Enter a name on one line.")
        @Nullable String name,

        @Null(message = "Only the operator can change the legal type: the way of asking for consent follows from it.") @Nullable LegalType legalType,

        @Size(max = 254, message = "Keep the e-mail address to 254 characters.") @Pattern(regexp = Texts.EMAIL, message = "Enter an e-mail address like office@example.org.") @Nullable String replyContact,

        @Size(min = 1, max = 500, message = "Enter an imprint of 1 to 500 characters.") @Pattern(regexp = Texts.LINES, message = "Take the invisible control characters out of the imprint.") @Nullable String imprint,

        @Size(max = 500, message = "Keep the address to 500 characters.") @Pattern(regexp = Texts.WEB_ADDRESS, message = "Enter an address that begins with https://.") @Nullable
        String privacyUrl,

        @Valid @Nullable SendingIdentity sendingIdentity,

        @Size(max = 20, message = "List at most 20 origins.") @Nullable List<
                        @NotNull(message = Texts.ORIGIN_WANTED) @Pattern(regexp = Texts.ORIGIN, message = Texts.ORIGIN_WANTED) String>
                allowedOrigins,

        @Size(min = 1, max = 20, message = "List 1 to 20 languages, for instance en and cy.") @Nullable List<@NotNull(message = "Leave out what is no language.") @Spoken String> languages) {

    OrganisationProfile appliedTo(Organisation present) {
        return new OrganisationProfile(
                name == null ? present.name() : name.strip(),
                present.legalType(),
                replyContact == null ? present.replyContact() : replyContact,
                imprint == null ? present.imprint() : imprint.strip(),
                privacyUrl == null ? present.privacyUrl() : privacyUrl,
                sendingIdentity == null ? present.sendingIdentity() : sendingIdentity,
                allowedOrigins == null
                        ? present.allowedOrigins()
                        : allowedOrigins.stream().distinct().toList(),
                languages == null
                        ? present.languages()
                        : languages.stream().distinct().toList());
    }
}
