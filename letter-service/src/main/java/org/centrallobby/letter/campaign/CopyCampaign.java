package org.centrallobby.letter.campaign;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a copy of a campaign has for itself. */
@Schema(example = """
        {"slug": "library-hours-again"}\
        """)
record CopyCampaign(
        @NotNull(message = "Enter the copy's slug, its name in addresses.") @Size(min = 3, max = 60, message = "Use 3 to 60 characters.") @Pattern(regexp = Words.SLUG, message = Words.SLUG_WANTED) String slug) {}
