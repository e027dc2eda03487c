package org.centrallobby.letter.decision;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.audit.AuditAction;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.letter.ChosenLetters;
import org.centrallobby.letter.letter.LetterChoice;
import org.centrallobby.letter.letter.LetterChoice.Purpose;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Takes decisions about many letters down; {@link DecisionJob} carries them out. */
@ApplicationScoped
class DecisionDesk {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Decisions decisions;
    private final Campaigns campaigns;
    private final ChosenLetters letters;
    private final AuditLog audit;
    private final InstantSource clock;

    DecisionDesk(Decisions decisions, Campaigns campaigns, ChosenLetters letters, AuditLog audit, InstantSource clock) {
        this.decisions = decisions;
        this.campaigns = campaigns;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes back all letters of a campaign that are confirmed by now and not sent. */
    @Transactional
    Decision recall(Tenant tenant, UUID campaign) {
        campaigns.ownedBy(tenant, campaign);
        return taken(new LetterChoice(campaign, Purpose.RECALL, null, null, null, null, null, now()));
    }

    /** What an invalidation would be about now. */
    @Transactional
    List<ChosenLetters.Part> preview(Tenant tenant, UUID campaign, InvalidationFields fields) {
        return letters.count(choice(tenant, campaign, fields));
    }

    @Transactional
    Decision invalidate(Tenant tenant, UUID campaign, InvalidationFields fields) {
        return taken(choice(tenant, campaign, fields));
    }

    @Transactional
    Decision show(Tenant tenant, UUID campaign, Purpose kind, UUID id) {
        campaigns.ownedBy(tenant, campaign);
        return decisions
                .of(campaign, kind, id)
                .orElseThrow(() -> new Failure(ProblemType.NOT_FOUND, "The campaign has no decision with this id."));
    }

    private Decision taken(LetterChoice choice) {
        var found = letters.count(choice).stream()
                .mapToLong(ChosenLetters.Part::letters)
                .sum();
        var decision = new Decision(IDS.generate(), choice, found, now());
        decisions.persist(decision);
        audit.record(AuditAction.LETTERS_DECIDED, decision.id(), found);
        return decision;
    }

    private LetterChoice choice(Tenant tenant, UUID campaign, InvalidationFields fields) {
        campaigns.ownedBy(tenant, campaign);
        return fields.choice(campaign, network(campaign, fields), now());
    }

    private @Nullable String network(UUID campaign, InvalidationFields fields) {
        return fields.letter() == null
                ? fields.network()
                : letters.networkOf(campaign, fields.letter())
                        .orElseThrow(() -> new Failure(
                                ProblemType.INVALID_REQUEST,
                                "Correct the fields named below.",
                                List.of(new FieldError(
                                        "#/letter", "The campaign has no such letter, or its network is not known."))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
