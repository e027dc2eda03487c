package org.centrallobby.letter.campaign;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.message.SeatFacts;
import org.centrallobby.letter.message.SeatLists;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.VersionTag;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What an organisation does with its campaigns. */
@ApplicationScoped
class CampaignDesk {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Campaigns campaigns;
    private final PublishCheck check;
    private final SeatLists lists;
    private final SeatFacts facts;
    private final CampaignSteps steps;
    private final InstantSource clock;

    CampaignDesk(
            Campaigns campaigns,
            PublishCheck check,
            SeatLists lists,
            SeatFacts facts,
            CampaignSteps steps,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.check = check;
        this.lists = lists;
        this.facts = facts;
        this.steps = steps;
        this.clock = clock;
    }

    @Transactional
    Campaign create(Tenant tenant, CampaignFields fields) {
        var content = fields.content();
        return kept(tenant, String.valueOf(fields.slug()), content, fields.appliedTo(new Schedule(null, null)));
    }

    /** A draft with the content, lists and facts of a campaign; it has a slug of its own and no times. */
    @Transactional
    Campaign copy(Tenant tenant, UUID id, String slug) {
        var original = campaigns.ownedBy(tenant, id);
        var copy = kept(tenant, slug, original.content(), new Schedule(null, null));
        lists.copy(original.id(), copy.id());
        facts.copy(original.id(), copy.id());
        return copy;
    }

    private Campaign kept(Tenant tenant, String slug, CampaignContent content, Schedule schedule) {
        check.requireUsable(content);
        requireInOrder(schedule);
        requireFree(slug);
        var campaign = new Campaign(IDS.generate(), tenant, slug, content, schedule, clock.instant());
        campaigns.persist(campaign);
        campaigns.keepContent(campaign);
        flush();
        return campaign;
    }

    /** @param ifMatch the version that the organisation has seen; null where it does not say */
    @Transactional
    Campaign change(Tenant tenant, UUID id, @Nullable String ifMatch, CampaignFields change) {
        var campaign = campaigns.lockedOf(tenant, id);
        new VersionTag(campaign.version()).requireMatch(ifMatch);
        var slug = change.slug() == null ? campaign.slug() : change.slug();
        var content = change.appliedTo(campaign.content());
        var schedule = change.appliedTo(campaign.schedule());
        requireAllowed(campaign, slug, content, schedule);
        if (content.equals(campaign.content())
                && slug.equals(campaign.slug())
                && schedule.equals(campaign.schedule())) {
            return campaign;
        }
        var version = campaign.contentVersion();
        campaign.change(slug, content, schedule, clock.instant());
        if (campaign.contentVersion() != version) {
            campaigns.keepContent(campaign);
        }
        flush();
        return campaign;
    }

    /** Opens a campaign to the public, at once or when its time comes. */
    @Transactional
    Campaign publish(Tenant tenant, UUID id) {
        var campaign = campaigns.lockedOf(tenant, id);
        var now = clock.instant();
        var opensAt = campaign.schedule().opensAt();
        var later = opensAt != null && opensAt.isAfter(now) && campaign.state() == CampaignState.DRAFT;
        steps.take(campaign, later ? CampaignLifecycle.Step.SCHEDULE : CampaignLifecycle.Step.PUBLISH);
        var closesAt = campaign.schedule().closesAt();
        if (closesAt != null && !closesAt.isAfter(now)) {
            throw invalid("#/closesAt", "The campaign would close before it opens. Choose a later time.");
        }
        check.requirePublishable(campaign, campaign.content());
        flush();
        return campaign;
    }

    @Transactional
    Campaign take(Tenant tenant, UUID id, CampaignLifecycle.Step step) {
        var campaign = campaigns.lockedOf(tenant, id);
        steps.take(campaign, step);
        flush();
        return campaign;
    }

    @Transactional
    Campaign close(Tenant tenant, UUID id, Ending ending, @Nullable String text) {
        var campaign = campaigns.lockedOf(tenant, id);
        steps.take(campaign, CampaignLifecycle.Step.CLOSE);
        campaign.end(ending, text);
        flush();
        return campaign;
    }

    private void requireAllowed(Campaign campaign, String slug, CampaignContent content, Schedule schedule) {
        if (campaign.state() == CampaignState.CLOSED) {
            throw new Failure(ProblemType.ILLEGAL_STEP, "The campaign is closed; it stays as it is.");
        }
        check.requireUsable(content);
        requireInOrder(schedule);
        var renamed = !slug.equals(campaign.slug());
        if (campaign.publishedAt() != null && renamed) {
            throw invalid("#/slug", "The slug stays as it was published: people have shared its address.");
        }
        if (campaign.state() != CampaignState.DRAFT) {
            check.requirePublishable(campaign, content);
        }
        if (renamed) {
            requireFree(slug);
        }
    }

    private static void requireInOrder(Schedule schedule) {
        if (!schedule.isInOrder()) {
            throw invalid("#/closesAt", "Close the campaign after it opens.");
        }
    }

    private static Failure invalid(String pointer, String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError(pointer, detail)));
    }

    private void requireFree(String slug) {
        if (campaigns.slugTaken(slug)) {
            throw slugTaken();
        }
    }

    /** Two campaigns may ask for one slug at the same moment: then the database decides. */
    private void flush() {
        try {
            campaigns.flush();
        } catch (PersistenceException e) {
            if (e instanceof ConstraintViolationException violation
                    && "campaign_slug".equals(violation.getConstraintName())) {
                throw slugTaken();
            }
            throw e;
        }
    }

    private static Failure slugTaken() {
        return new Failure(ProblemType.SLUG_TAKEN, "Choose another slug; a campaign with this one exists already.");
    }
}
