package org.centrallobby.letter.letter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A letter as a supporter hands it in, nothing of it checked yet.
 *
 * @param constituency the code of the one they live in, where their postcode lies in several
 * @param address one to five lines without the postcode
 * @param consent whether they ticked the organisation's box; null where there was none. It counts for nothing in a letter that
 *     its writer sends themselves: the address behind it is not known to be theirs
 * @param via how they came to the campaign, for instance {@code whatsapp}: lower-case letters, digits and hyphens, at most
 *     32; null where it is not known
 * @param from the code behind {@code from=} of the personal link that they came over; null where they came over none. One that
 *     is not known is passed over
 * @param way {@code platform}: it is sent once its writer confirms it; {@code own-mailbox}: its writer sends it. Null for platform
 * @param proof the solution of a challenge, where a proof of work is asked for: base64, as ALTCHA's widget sends it
 * @param language {@code en} or {@code cy}, in which they were asked; null for the campaign's own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(example = """
        {"postcode": "E4 7LA", "constituency": null, "name": "Gwen Hughes", "email": "gwen.hughes@example.org", \
        "address": "4 Hall Lane\\nLondon", "subject": "Our libraries", "body": "I learned to read there, and my \
        children do. Please ask the minister to keep them open in the evening.", "consent": false, "language": null, \
        "via": "whatsapp", "from": "k7m2q9x4h3d8w", "way": "platform"}\
        """)
public record WriteLetter(
        @Nullable String postcode,
        @Nullable String constituency,
        @Nullable String name,
        @Nullable String email,
        @Nullable String address,
        @Nullable String subject,
        @Nullable String body,
        @Nullable Boolean consent,
        @Nullable String language,
        @Nullable String via,
        @Nullable String from,
        @Nullable Way way,
        @Nullable String proof) {
    /** The same letter: what was solved for it does not make it another. */
    WriteLetter withoutProof() {
        return new WriteLetter(
                postcode, constituency, name, email, address, subject, body, consent, language, via, from, way, null);
    }

    @Override
    public String toString() {
        return "WriteLetter[***]";
    }
}
