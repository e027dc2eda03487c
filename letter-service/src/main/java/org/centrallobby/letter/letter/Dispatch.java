package org.centrallobby.letter.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.centrallobby.letter.campaign.Campaign;
import org.centrallobby.letter.campaign.CampaignState;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.lookup.Member;
import org.centrallobby.letter.lookup.SeatStatus;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.mail.Correspondent;
import org.centrallobby.letter.mail.MailRequests;
import org.centrallobby.letter.mail.MailWords;
import org.centrallobby.letter.organisation.Organisations;

/** Sends confirmed letters on their way, or keeps them until somebody is there to read them. */
@ApplicationScoped
class Dispatch {
    private final OneEach oneEach;
    private final LetterSteps steps;
    private final LetterAssembly assembly;
    private final Seats seats;
    private final Campaigns campaigns;
    private final Organisations organisations;
    private final MailRequests mails;
    private final WriterNews news;

    Dispatch(
            OneEach oneEach,
            LetterSteps steps,
            LetterAssembly assembly,
            Seats seats,
            Campaigns campaigns,
            Organisations organisations,
            MailRequests mails,
            WriterNews news) {
        this.oneEach = oneEach;
        this.steps = steps;
        this.assembly = assembly;
        this.seats = seats;
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.mails = mails;
        this.news = news;
    }

    /** Sends a letter that has just become confirmed, in the same transaction; holds it if nobody can be sent to. */
    @Transactional(Transactional.TxType.MANDATORY)
    void sendOrHold(Letter letter) {
        if (letter.needsPerson()) {
            steps.take(letter, LetterState.HELD, letter.isNamedLikeMember() ? "named-like-member" : "alike");
            return;
        }
        if (isPaused(letter)) {
            steps.take(letter, LetterState.HELD, "campaign-paused");
            return;
        }
        var seat = seats.findById(letter.constituency());
        if (seat.status() != SeatStatus.FILLED || seat.member().isEmpty()) {
            steps.take(letter, LetterState.HELD, "seat-" + seat.status().name().toLowerCase(java.util.Locale.ROOT));
            return;
        }
        var member = seat.member().get();
        var address = member.email();
        if (address == null) {
            steps.take(letter, LetterState.HELD, "member-takes-no-email");
        } else {
            send(letter, member, address);
        }
    }

    /** Sends a held letter to the member who is there now, unless its writer has written to them already. */
    @Transactional(Transactional.TxType.MANDATORY)
    void release(Letter letter) {
        var seat = seats.findById(letter.constituency());
        var member = seat.member().orElse(null);
        if (letter.state() != LetterState.HELD
                || letter.needsPerson()
                || isPaused(letter)
                || member == null
                || member.email() == null) {
            return;
        }
        if (member.id() != letter.member() && !oneEach.claim(letter, member.id())) {
            steps.take(letter, LetterState.RECALLED, WriterNews.ALREADY_WRITTEN);
            news.of(letter, LetterState.HELD);
            return;
        }
        steps.take(letter, LetterState.CONFIRMED, "released");
        send(letter, member, member.email());
    }

    /**
     * An organisation pauses a campaign to think: what is confirmed meanwhile waits with it. If the campaign closes instead of
     * going on, the letters go: they were written and confirmed while it was open, and closing takes no more in but nothing
     * back. Whoever wants them back recalls them before.
     */
    private boolean isPaused(Letter letter) {
        return campaigns.findById(letter.campaign()).state() == CampaignState.PAUSED;
    }

    private void send(Letter letter, Member member, String address) {
        var writer = letter.writer();
        var subject = letter.subject();
        if (writer == null || subject == null) {
            throw new IllegalStateException("Letter %s has been erased".formatted(letter.id()));
        }
        Campaign campaign = campaigns.findById(letter.campaign());
        letter.address(member.id(), member.name(), member.salutation());
        var text = assembly.of(letter, campaign).text();
        var mail = mails.letter(
                campaign,
                organisations.findById(campaign.organisation()),
                writer.correspondent(),
                new Correspondent(member.name(), address),
                new MailWords(subject, text));
        letter.dispatched(mail, text);
    }
}
