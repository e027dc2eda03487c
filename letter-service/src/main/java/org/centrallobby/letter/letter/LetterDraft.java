package org.centrallobby.letter.letter;

import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.lookup.Addressee;
import org.centrallobby.letter.similarity.MeasuredLetter;
import org.centrallobby.letter.supporter.ConsentChoice;
import org.centrallobby.letter.supporter.EmailAddress;
import org.centrallobby.letter.supporter.Person;
import org.jspecify.annotations.Nullable;

/**
 * A letter that may be written: everything in it is checked, and its addressee takes e-mail.
 *
 * @param language in which its writer is spoken to, one of the campaign's
 * @param from the code of the personal link that it came over, as it was sent; null where none was
 */
public record LetterDraft(
        Campaign campaign,
        Addressee addressee,
        Writer writer,
        String subject,
        String body,
        LetterOrigin origin,
        MeasuredLetter measured,
        @Nullable ConsentChoice consent,
        String language,
        Way way,
        @Nullable String from) {
    Person person() {
        return Person.of(campaign.id(), new EmailAddress(writer.email()), writer.name());
    }

    @Override
    public String toString() {
        return "LetterDraft[campaign=%s]".formatted(campaign.slug());
    }
}
