package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter wants to see a letter of.
 *
 * @param constituency the code of the one they live in, where their postcode lies in several
 * @param email null while they have not said it; it does not stand in the letter and is only looked over for a slip
 * @param address null while they have not said it
 * @param subject their own; null for the campaign's
 * @param body their own words; null for the campaign's
 * @param points the ids of those they take, in their order; null for the campaign's choice
 * @param personalLine what they want to add in words of their own; null for nothing
 * @param language {@code en} or {@code cy}; null for the campaign's own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(example = """
        {"postcode": "E4 7LA", "constituency": null, "name": "Gwen Hughes", "address": "4 Hall Lane\\nLondon", \
        "subject": null, "body": null, "points": null, "personalLine": "I learned to read there.", "language": "en"}\
        """)
public record PreviewLetter(
        @Nullable String postcode,
        @Nullable String constituency,
        @Nullable String name,
        @Nullable String email,
        @Nullable String address,
        @Nullable String subject,
        @Nullable String body,
        @Nullable List<String> points,
        @Nullable String personalLine,
        @Nullable String language) {
    @Override
    public String toString() {
        return "PreviewLetter[***]";
    }
}
