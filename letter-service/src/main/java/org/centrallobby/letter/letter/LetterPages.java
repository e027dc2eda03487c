package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.Organisations;

/** What a writer may see of a letter on their private pages. Looking changes nothing. */
@ApplicationScoped
public class LetterPages {
    private final Letters letters;
    private final LetterHistory history;
    private final LetterAssembly assembly;
    private final Campaigns campaigns;
    private final Organisations organisations;

    LetterPages(
            Letters letters,
            LetterHistory history,
            LetterAssembly assembly,
            Campaigns campaigns,
            Organisations organisations) {
        this.letters = letters;
        this.history = history;
        this.assembly = assembly;
        this.campaigns = campaigns;
        this.organisations = organisations;
    }

    /** The letter whose private page this token opens. */
    @Transactional
    public Optional<LetterPage> byPageToken(String token) {
        return letters.byPageToken(new Token(token).hash()).map(this::page);
    }

    /** The letter of that id; the caller has found out that it is the writer who asks. */
    @Transactional
    public Optional<LetterPage> byId(UUID id) {
        return letters.findByIdOptional(id).map(this::page);
    }

    private LetterPage page(Letter letter) {
        var campaign = campaigns.findById(letter.campaign());
        var organisation = organisations.findById(letter.organisation());
        var text = letter.text();
        if (text == null && letter.writer() != null && letter.body() != null) {
            text = assembly.of(letter, campaign).text();
        }
        return new LetterPage(
                letter.id(),
                letter.state(),
                campaign.slug(),
                campaign.title(),
                organisation.name(),
                letter.memberName(),
                letter.constituencyName(),
                letter.subject(),
                text,
                letter.recallAskedAt() != null,
                history.of(letter.id()).stream().map(LetterStepView::of).toList());
    }
}
