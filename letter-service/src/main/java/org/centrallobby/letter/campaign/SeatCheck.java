package org.centrallobby.letter.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.centrallobby.letter.lookup.Seat;
import org.centrallobby.letter.lookup.Seats;
import org.centrallobby.letter.message.MessageRule;
import org.centrallobby.letter.message.SeatFilter;
import org.centrallobby.letter.message.UnknownValues;
import org.centrallobby.letter.problem.FieldError;

/** Tries a campaign's rules and facts on every seat of the House. */
@ApplicationScoped
class SeatCheck {
    private static final int NAMED = 5;

    private final Seats seats;
    private final SeatMessages messages;

    SeatCheck(Seats seats, SeatMessages messages) {
        this.seats = seats;
        this.messages = messages;
    }

    /** What some seats would lack; empty where every seat gets what was meant for it. */
    List<FieldError> errors(Campaign campaign, CampaignContent content) {
        var errors = new ArrayList<FieldError>();
        lists(campaign, content, errors);
        if (!content.rules().isEmpty()) {
            rules(campaign, content, errors);
        }
        facts(campaign, content, errors);
        return errors;
    }

    private void lists(Campaign campaign, CampaignContent content, List<FieldError> errors) {
        var uploaded = messages.listNames(campaign.id());
        for (var i = 0; i < content.rules().size(); i++) {
            var missing = content.rules().get(i).when().lists().stream()
                    .filter(name -> !uploaded.contains(name))
                    .toList();
            if (!missing.isEmpty()) {
                errors.add(new FieldError(
                        "#/rules/%d/when/lists".formatted(i),
                        "Upload %s first.".formatted(String.join(", ", missing))));
            }
        }
    }

    private void rules(Campaign campaign, CampaignContent content, List<FieldError> errors) {
        var decide = messages.decideAll(campaign.id(), content);
        var deciding = new HashSet<MessageRule>();
        var uncovered = new ArrayList<Seat>();
        var all = seats.all();
        for (var seat : all) {
            decide.apply(seat).ifPresentOrElse(deciding::add, () -> uncovered.add(seat));
        }
        if (!uncovered.isEmpty()) {
            errors.add(new FieldError(
                    "#/rules",
                    "No rule speaks of %,d seats, for instance %s. End with a rule for every seat."
                            .formatted(
                                    uncovered.size(),
                                    uncovered.stream()
                                            .limit(NAMED)
                                            .map(seat -> seat.constituency().name())
                                            .reduce((first, second) -> first + "; " + second)
                                            .orElseThrow())));
        }
        for (var i = 0; i < content.rules().size(); i++) {
            // The last resort may have nothing left to do; any other rule was meant for somebody.
            if (!deciding.contains(content.rules().get(i))
                    && i < content.rules().size() - 1) {
                errors.add(new FieldError(
                        "#/rules/%d/when".formatted(i),
                        idle(content.rules().get(i).when(), all)));
            }
        }
    }

    private static String idle(SeatFilter when, List<Seat> all) {
        var unknown = UnknownValues.of(when, all);
        return unknown.isEmpty()
                ? "This rule decides nothing: no seat is like that, or rules above it speak of all of them."
                : "This rule decides nothing. " + String.join(" ", unknown);
    }

    private void facts(Campaign campaign, CampaignContent content, List<FieldError> errors) {
        var letters = content.allLetters();
        var unconditional = messages.factsWithoutChoice(letters);
        var places = seats.count();
        messages.factCoverage(campaign.id(), letters).forEach((name, known) -> {
            if (known == 0) {
                errors.add(new FieldError(
                        "#/template", "A letter uses {fact.%s}; upload that fact first.".formatted(name)));
            } else if (known < places && unconditional.contains(name)) {
                errors.add(new FieldError(
                        "#/template",
                        "The fact %1$s is known of %2$,d constituencies of %3$,d. Write {#if fact.%1$s}…{#else}…{/if} around it, with what the others read."
                                .formatted(name, known, places)));
            }
        });
    }
}
