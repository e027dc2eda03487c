package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.share.PersonalLinks;
import org.centrallobby.letter.supporter.ConsentWithdrawals;
import org.centrallobby.letter.supporter.Consents;
import org.centrallobby.letter.supporter.EmailAddress;
import org.centrallobby.letter.supporter.Subjects;

/** What a writer may see of a letter on their private pages. Looking changes nothing; they can take back their consent there. */
@ApplicationScoped
public class LetterPages {
    private final Letters letters;
    private final LetterHistory history;
    private final LetterAssembly assembly;
    private final PersonalLinks links;
    private final Consents consents;
    private final Subjects subjects;
    private final ConsentWithdrawals withdrawals;
    private final Campaigns campaigns;
    private final Organisations organisations;

    LetterPages(
            Letters letters,
            LetterHistory history,
            LetterAssembly assembly,
            PersonalLinks links,
            Consents consents,
            Subjects subjects,
            ConsentWithdrawals withdrawals,
            Campaigns campaigns,
            Organisations organisations) {
        this.letters = letters;
        this.history = history;
        this.assembly = assembly;
        this.links = links;
        this.consents = consents;
        this.subjects = subjects;
        this.withdrawals = withdrawals;
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

    /**
     * Takes back the consent of the letter whose private page this token opens, and all that its writer gave to the same
     * organisation; once more does no harm. Empty where there is no such page.
     */
    @Transactional
    public Optional<UUID> withdrawConsent(String token) {
        return letters.byPageToken(new Token(token).hash()).map(letter -> {
            var writer = letter.writer();
            if (writer != null) {
                var tenant = new Tenant(letter.organisation(), letter.mode());
                var subject = subjects.of(tenant, new EmailAddress(writer.email()), writer.name());
                withdrawals.withdrawByWriter(subject, letter.id());
            }
            return letter.id();
        });
    }

    private LetterPage page(Letter letter) {
        var campaign = campaigns.findById(letter.campaign());
        var organisation = organisations.findById(letter.organisation());
        var language = campaign.languageFor(letter.language());
        var shared = links.ofLetter(letter.id());
        var text = letter.text();
        if (text == null && letter.writer() != null && letter.body() != null) {
            text = assembly.of(letter, campaign).text();
        }
        return new LetterPage(
                letter.id(),
                letter.state(),
                language,
                campaign.slug(),
                campaign.pageIn(language),
                campaign.titleIn(language),
                organisation.name(),
                letter.memberName(),
                letter.constituencyName(),
                letter.subject(),
                text,
                letter.invalidatedAt() == null ? consents.of(letter.id()).orElse(null) : null,
                letter.recallAskedAt() != null,
                history.of(letter.id()).stream().map(LetterStepView::of).toList(),
                shared.map(PersonalLinks.Shared::url).orElse(null),
                shared.map(PersonalLinks.Shared::friends).orElse(0L));
    }
}
