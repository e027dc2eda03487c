package org.centrallobby.letter.letter;

import org.centrallobby.letter.lookup.Addressee;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.similarity.SimilarityAnswer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it would be sent.
 *
 * @param signature name, address and postcode
 * @param footer who carries it and for whom
 * @param text all of it, lines ended by LF
 * @param offer what the campaign offers to make the letter of
 * @param emailSuggestion the address that was probably meant, where the typed one looks mistyped: ask, and let the supporter
 *     keep theirs; null where there is nothing to ask
 * @param similarity how like others the letter is, by the measure that decides about it
 */
@Schema(example = """
        {"constituency": {"code": "E14001167", "name": "Chingford and Woodford Green", "nameCy": null}, \
        "member": {"name": "Sir Iain Duncan Smith", "party": "Conservative", "delivery": "email", "webForm": null}, \
        "subject": "Libraries in Chingford and Woodford Green", "greeting": "Dear Sir Iain,", \
        "body": "I learned to read there.", "signature": "Gwen Hughes\\n4 Hall Lane\\nLondon\\nE4 7LA", \
        "footer": "Sent through Central Lobby for Clear Sight Campaign.", \
        "text": "Dear Sir Iain,\\n\\nI learned to read there.\\n\\nYours sincerely,\\n\\nGwen Hughes\\n4 Hall Lane\\nLondon\\nE4 7LA", \
        "emailSuggestion": null, "offer": {"kind": "letter", "points": [{"id": "children", "title": "Children read there", "text": \
        "After school it is full of children."}], "chosen": ["children"], "leastPoints": 1, "mostPoints": 1, \
        "prompts": ["What did you last borrow?"], "personalLine": false}, \
        "similarity": {"template": 0.4, "nearest": 0.12, "verdict": "allow"}}\
        """)
public record LetterPreview(
        Constituency constituency,
        MpAnswer.MemberAnswer member,
        String subject,
        String greeting,
        String body,
        String signature,
        String footer,
        String text,
        @Nullable String emailSuggestion,
        OfferedLetter offer,
        SimilarityAnswer similarity) {
    static LetterPreview of(
            Addressee addressee,
            LetterText letter,
            @Nullable String emailSuggestion,
            OfferedLetter offer,
            SimilarityAnswer similarity) {
        return new LetterPreview(
                addressee.constituency(),
                MpAnswer.MemberAnswer.of(addressee.member()),
                letter.subject(),
                letter.greeting(),
                letter.body(),
                letter.signature(),
                letter.footer(),
                letter.text(),
                emailSuggestion,
                offer,
                similarity);
    }

    @Override
    public String toString() {
        return "LetterPreview[***]";
    }
}
