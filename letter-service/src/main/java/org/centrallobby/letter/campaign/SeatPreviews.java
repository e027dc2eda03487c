package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.centrallobby.letter.lookup.Member;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.MergeValues;
import org.centrallobby.letter.message.MessageRule;
import org.centrallobby.letter.message.Outcome;
import org.centrallobby.letter.message.Selection;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Shows an organisation what its campaign has for each seat, before anybody writes. */
@ApplicationScoped
class SeatPreviews {
    private final Seats seats;
    private final SeatMessages messages;
    private final LetterTemplates templates;
    private final Organisations organisations;

    SeatPreviews(Seats seats, SeatMessages messages, LetterTemplates templates, Organisations organisations) {
        this.seats = seats;
        this.messages = messages;
        this.templates = templates;
        this.organisations = organisations;
    }

    /** A row for every seat. */
    @Transactional
    SeatPreview all(Campaign campaign) {
        var decide = messages.decideAll(campaign.id(), campaign.content());
        var rows = seats.all().stream()
                .map(seat -> row(seat, decide.apply(seat), null))
                .toList();
        return new SeatPreview(
                (int) rows.stream().filter(row -> row.outcome() == null).count(), rows);
    }

    /** One seat, with the letter that it would get. */
    @Transactional
    SeatPreview one(Campaign campaign, String constituency) {
        var seat = seats.findByIdOptional(constituency)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "There is no constituency with this code."));
        var rule = messages.decide(campaign, seat);
        var text = rule.filter(SeatPreviews::hasLetter).map(decided -> text(campaign, seat, decided));
        return new SeatPreview(rule.isEmpty() ? 1 : 0, List.of(row(seat, rule, text.orElse(null))));
    }

    private static boolean hasLetter(MessageRule rule) {
        return rule.outcome() == Outcome.LETTER || rule.outcome() == Outcome.THANKS;
    }

    private SeatPreview.Text text(Campaign campaign, Seat seat, MessageRule rule) {
        var letter = campaign.letter(rule.letter(), null);
        var member = seat.member();
        var wording = templates.merge(
                letter,
                new Selection(letter.firstPoints(), ""),
                new MergeValues(
                        member.map(Member::name).orElse(""),
                        member.map(Member::salutation).orElse(""),
                        member.map(Member::party).orElse(""),
                        seat.constituency().nameIn(campaign.language()),
                        campaign.title(),
                        organisations.findById(campaign.organisation()).name(),
                        "",
                        messages.facts(campaign, letter, seat.constituency().code())),
                0);
        return new SeatPreview.Text(wording.subject(), wording.body());
    }

    private static SeatPreview.Row row(Seat seat, Optional<MessageRule> rule, SeatPreview.@Nullable Text text) {
        return new SeatPreview.Row(
                seat.constituency(),
                seat.status(),
                seat.member().map(Member::name).orElse(null),
                seat.member().map(Member::party).orElse(null),
                rule.map(MessageRule::name).orElse(null),
                rule.map(MessageRule::outcome).orElse(null),
                rule.map(MessageRule::letter).orElse(null),
                text);
    }
}
