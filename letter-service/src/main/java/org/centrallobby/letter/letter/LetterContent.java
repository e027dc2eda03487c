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
        {"id": "01936f41-0000-7000-8000-000000000001", "subject": "Our libraries", "body": "I learned to read there.", \
        "text": "Dear Sir Iain,\\n\\nI learned to read there.\\n\\nYours sincerely,\\n\\nGwen Hughes\\n4 Hall Lane\\nLondon\\nE4 7LA", \
        "ownWords": 84, "writer": {"name": "Gwen Hughes", "email": "gwen.hughes@example.org", "address": \
        "4 Hall Lane\\nLondon", "postcode": "E4 7LA"}}\
        """)
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
