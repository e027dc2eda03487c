package org.centrallobby.letter.campaign;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.centrallobby.letter.organisation.Organisations;
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
    private final Organisations organisations;
    private final PublishCheck check;
    private final InstantSource clock;

    CampaignDesk(Campaigns campaigns, Organisations organisations, PublishCheck check, InstantSource clock) {
        this.campaigns = campaigns;
        this.organisations = organisations;
        this.check = check;
        this.clock = clock;
    }

    @Transactional
    Campaign create(Tenant tenant, CampaignContent content) {
        check.requireUsable(content.template());
        requireFree(content.slug());
        var campaign = new Campaign(IDS.generate(), tenant, content, clock.instant());
        campaigns.persist(campaign);
        campaigns.keepTemplate(campaign);
        flush();
        return campaign;
    }

    /** @param ifMatch the version that the organisation has seen; null where it does not say */
    @Transactional
    Campaign change(Tenant tenant, UUID id, @Nullable String ifMatch, ChangeCampaign change) {
        var campaign = campaigns.lockedOf(tenant, id);
        new VersionTag(campaign.version()).requireMatch(ifMatch);
        var content = change.appliedTo(campaign.content());
        requireAllowed(campaign, content);
        if (content.equals(campaign.content())) {
            return campaign;
        }
        var template = campaign.templateVersion();
        campaign.change(content, clock.instant());
        if (campaign.templateVersion() != template) {
            campaigns.keepTemplate(campaign);
        }
        flush();
        return campaign;
    }

    @Transactional
    Campaign take(Tenant tenant, UUID id, CampaignLifecycle.Step step) {
        var campaign = campaigns.lockedOf(tenant, id);
        campaign.take(step, clock.instant());
        if (step == CampaignLifecycle.Step.PUBLISH) {
            check.requirePublishable(campaign.content(), organisations.findById(tenant.organisation()));
        }
        flush();
        return campaign;
    }

    private void requireAllowed(Campaign campaign, CampaignContent content) {
        if (campaign.state() == CampaignState.CLOSED) {
            throw new Failure(ProblemType.ILLEGAL_STEP, "The campaign is closed; it stays as it is.");
        }
        check.requireUsable(content.template());
        var renamed = !content.slug().equals(campaign.slug());
        if (campaign.publishedAt() != null) {
            if (renamed) {
                throw new Failure(
                        ProblemType.INVALID_REQUEST,
                        "Correct the fields named below.",
                        List.of(new FieldError(
                                "#/slug", "The slug stays as it was published: people have shared its address.")));
            }
            check.requirePublishable(content, organisations.findById(campaign.organisation()));
        } else if (renamed) {
            requireFree(content.slug());
        }
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
