package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.message.Fact;
import org.centrallobby.letter.message.LetterTemplate;
import org.centrallobby.letter.message.LetterTemplates;
import org.centrallobby.letter.message.MessageRule;
import org.centrallobby.letter.message.Outcome;
import org.centrallobby.letter.message.SeatFacts;
import org.centrallobby.letter.message.SeatLists;

/** What a campaign has for single seats: which rule decides, and which facts stand in the letter. */
@ApplicationScoped
public class SeatMessages {
    private final Seats seats;
    private final SeatLists lists;
    private final SeatFacts facts;
    private final LetterTemplates templates;

    SeatMessages(Seats seats, SeatLists lists, SeatFacts facts, LetterTemplates templates) {
        this.seats = seats;
        this.lists = lists;
        this.facts = facts;
        this.templates = templates;
    }

    /** The rule that decides for a seat; empty where none speaks of it, which a published campaign rules out. */
    public Optional<MessageRule> decide(Campaign campaign, Seat seat) {
        var rules = campaign.rules();
        return rules.decide(seat, rules.lists().isEmpty() ? Set.of() : lists.on(campaign.id(), seat));
    }

    /** The seats to which the campaign writes, in the order of the constituencies' names. */
    public List<Seat> writtenTo(Campaign campaign) {
        return writtenTo(campaign, seats.all());
    }

    /** Those of some seats to which the campaign writes. */
    public List<Seat> writtenTo(Campaign campaign, List<Seat> some) {
        var decide = decideAll(campaign.id(), campaign.content());
        return some.stream()
                .filter(seat -> decide.apply(seat)
                        .filter(rule -> rule.outcome() == Outcome.LETTER || rule.outcome() == Outcome.THANKS)
                        .isPresent())
                .toList();
    }

    /** The same for every seat: lists are read once. */
    Function<Seat, Optional<MessageRule>> decideAll(UUID campaign, CampaignContent content) {
        var rules = content.messageRules();
        Function<Seat, Set<String>> on = rules.lists().isEmpty() ? seat -> Set.of() : lists.onAll(campaign);
        return seat -> rules.decide(seat, on.apply(seat));
    }

    /** What is known of a constituency, if the letter asks for it at all. */
    public Map<String, Fact> facts(Campaign campaign, LetterTemplate letter, String constituency) {
        return templates.factsIn(letter).isEmpty() ? Map.of() : facts.in(campaign.id(), constituency);
    }

    /** The lists that a campaign has, by name. */
    Set<String> listNames(UUID campaign) {
        var names = new HashSet<String>();
        lists.of(campaign).forEach(list -> names.add(list.name()));
        return names;
    }

    /** The facts that letters ask for, and of how many constituencies each is known. */
    Map<String, Long> factCoverage(UUID campaign, List<LetterTemplate> letters) {
        var known = facts.coverage(campaign);
        var coverage = new HashMap<String, Long>();
        letters.forEach(letter ->
                templates.factsIn(letter).forEach(name -> coverage.put(name, known.getOrDefault(name, 0L))));
        return coverage;
    }

    /** The facts that some letter uses without saying what stands there where a constituency has none. */
    Set<String> factsWithoutChoice(List<LetterTemplate> letters) {
        var names = new HashSet<String>();
        letters.forEach(letter -> names.addAll(templates.factsWithoutChoice(letter)));
        return names;
    }
}
