package org.centrallobby.letter.campaign;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign ends.
 *
 * @param ending {@code over} where nothing is said
 * @param text what supporters read about it
 */
@Schema(example = """
        {"ending": "won", "text": "The amendment was carried. Thank you."}\
        """)
record CloseCampaign(
        @Nullable Ending ending,

        @Size(max = 2_000, message = "Keep the text to 2,000 characters.") @Pattern(regexp = Words.LINES, message = Words.LINES_WANTED) @Nullable String text) {
    Ending endingOrOver() {
        return ending == null ? Ending.OVER : ending;
    }
}
