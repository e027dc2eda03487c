package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.language.Language;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.platform.PlatformConfig;
import org.jspecify.annotations.Nullable;

/** Puts together the text of a letter, the same at the preview, at the confirmation and when it goes out. */
@ApplicationScoped
class LetterAssembly {
    private final Organisations organisations;
    private final PlatformConfig platform;

    LetterAssembly(Organisations organisations, PlatformConfig platform) {
        this.organisations = organisations;
        this.platform = platform;
    }

    /** The text of a stored letter that has not been erased. */
    LetterText of(Letter letter, Campaign campaign) {
        var writer = letter.writer();
        var subject = letter.subject();
        var body = letter.body();
        if (writer == null || subject == null || body == null) {
            throw new IllegalStateException("Letter %s has been erased".formatted(letter.id()));
        }
        return of(
                campaign,
                campaign.languageFor(letter.language()),
                letter.salutation(),
                subject,
                body,
                writer.name(),
                writer.address(),
                writer.postcode(),
                letter.way());
    }

    /** The text of a letter that is about to be taken in. */
    LetterText of(LetterDraft draft) {
        var writer = draft.writer();
        return of(
                draft.campaign(),
                draft.language(),
                draft.addressee().member().salutation(),
                draft.subject(),
                draft.body(),
                writer.name(),
                writer.address(),
                writer.postcode(),
                draft.way());
    }

    /** @param language one of the campaign's: what stands around the writer's words is said in it */
    LetterText of(
            Campaign campaign,
            String language,
            String salutation,
            String subject,
            String body,
            String name,
            @Nullable String address,
            String postcode,
            Way way) {
        return LetterText.of(new LetterParts(
                Language.of(language),
                subject,
                salutation,
                body,
                name,
                address,
                postcode,
                organisations.findById(campaign.organisation()).name(),
                campaign.titleIn(language),
                platform.publicUrl().resolve("/c/" + campaign.slug()).toString(),
                way));
    }
}
