package org.centrallobby.letter.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.centrallobby.letter.platform.PlatformConfig.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param mode {@code test} for a key whose campaigns never reach an MP; the mode of the key that makes it where it is left out
 * @param label for the organisation itself, to tell its keys apart
 * @param expiresAt null for a key that is good until it is deleted
 */
@Schema(example = """
        {"label": "Website", "scopes": ["campaigns:read", "letters:read"], "expiresAt": \
        "2027-11-23T00:00:00Z"}\
        """)
record CreateKey(
        @NotBlank(message = "Say what the key is for, for instance Website.") @Size(max = 60, message = "Keep the label to 60 characters.") @Pattern(regexp = Texts.ONE_LINE, message = "Keep the label to one line.") String label,

        @Nullable Mode mode,

        @NotEmpty(message = "Choose at least one scope.") Set<@NotNull(message = "Choose a scope.") Scope> scopes,

        @Nullable Instant expiresAt) {}
