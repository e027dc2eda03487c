package org.centrallobby.letter.campaign;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A template as an organisation sends it; what is left out stays, or is empty in a new draft. */
record TemplateText(
        @Size(max = 500, message = "Keep the subject to 500 characters.") @Nullable String subject,

        @Size(max = 20_000, message = "Keep the letter to 20,000 characters.") @Nullable String body) {}
