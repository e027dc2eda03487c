package org.centrallobby.letter.letter;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is in a letter and who wrote it. Every part is null once it has been erased.
 *
 * @param body the writer's words
 * @param text the whole letter as it went out; null before that too
 * @param ownWords how much of it stands in none of the organisation's words, 0 to 100 per cent
 */
@Schema(example = """
        {"id": "01936f31-0000-7000-8000-000000000001", "subject": "Cameras in Hackney", "body": "I pass them each morning.",
        "text": null, "ownWords": 100, "writer": {"name": "Sian Example", "email": "sian@example.org", "address":
        "1 High Street", "postcode": "E8 1AA"}}""")
record LetterContent(
        UUID id,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String text,
        int ownWords,
        @Nullable WriterView writer) {
    /** @param address one to five lines without the postcode */
    record WriterView(String name, String email, String address, String postcode) {
        @Override
        public String toString() {
            return "WriterView[***]";
        }
    }

    static LetterContent of(Letter letter) {
        var writer = letter.writer();
        return new LetterContent(
                letter.id(),
                letter.subject(),
                letter.body(),
                letter.text(),
                letter.ownWords(),
                writer == null
                        ? null
                        : new WriterView(writer.name(), writer.email(), writer.address(), writer.postcode()));
    }

    @Override
    public String toString() {
        return "LetterContent[%s]".formatted(id);
    }
}
