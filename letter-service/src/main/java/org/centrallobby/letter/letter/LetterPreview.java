package org.centrallobby.letter.letter;

import org.centrallobby.letter.lookup.Addressee;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.similarity.SimilarityAnswer;
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
