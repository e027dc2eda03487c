package org.centrallobby.letter.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import org.centrallobby.letter.alarm.AlarmRaised;
import org.centrallobby.letter.campaign.CampaignState;
import org.centrallobby.letter.campaign.CampaignStepTaken;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.comment.CommentState;
import org.centrallobby.letter.comment.CommentStepTaken;
import org.centrallobby.letter.letter.LetterInvalidated;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.letter.letter.LetterStepTaken;
import org.centrallobby.letter.organisation.Tenant;

/** Announces the steps of letters, campaigns and comments, invalidations and alarms, in the transactions that take them. */
@ApplicationScoped
class StepEvents {
    private final WebhookEvents events;
    private final Campaigns campaigns;

    StepEvents(WebhookEvents events, Campaigns campaigns) {
        this.events = events;
        this.campaigns = campaigns;
    }

    void tell(@Observes LetterStepTaken step) {
        var tenant = new Tenant(step.organisation(), step.mode());
        events.announce(tenant, step.campaign(), type(step.to()), step.at(), LetterData.of(step));
    }

    void tell(@Observes LetterInvalidated invalidated) {
        var tenant = new Tenant(invalidated.organisation(), invalidated.mode());
        events.announce(
                tenant,
                invalidated.campaign(),
                EventType.LETTER_INVALIDATED,
                invalidated.at(),
                LetterData.of(invalidated));
    }

    void tell(@Observes CampaignStepTaken step) {
        var tenant = new Tenant(step.organisation(), step.mode());
        events.announce(tenant, step.campaign(), type(step), step.at(), CampaignData.of(step));
    }

    /** Only what a person has to look at: what they decide they know. */
    void tell(@Observes CommentStepTaken step) {
        if (step.to() == CommentState.PENDING) {
            announce(step.campaign(), EventType.COMMENT_RECEIVED, step.at(), CommentData.of(step));
        }
    }

    void tell(@Observes AlarmRaised raised) {
        announce(raised.campaign(), EventType.ALARM_RAISED, raised.at(), AlarmData.of(raised));
    }

    private void announce(UUID campaign, EventType type, Instant at, Object data) {
        events.announce(tenant(campaign), campaign, type, at, data);
    }

    private Tenant tenant(UUID id) {
        var campaign = campaigns.findById(id);
        return new Tenant(campaign.organisation(), campaign.mode());
    }

    private static EventType type(LetterState state) {
        return switch (state) {
            case AWAITING_CONFIRMATION, AWAITING_SENDER -> EventType.LETTER_WRITTEN;
            case CONFIRMED -> EventType.LETTER_CONFIRMED;
            case QUEUED -> EventType.LETTER_QUEUED;
            case DEFERRED -> EventType.LETTER_DEFERRED;
            case SENT -> EventType.LETTER_SENT;
            case SETTLED -> EventType.LETTER_SETTLED;
            case SENT_BY_WRITER -> EventType.LETTER_SENT_BY_WRITER;
            case LAPSED -> EventType.LETTER_LAPSED;
            case HELD -> EventType.LETTER_HELD;
            case RECALLED -> EventType.LETTER_RECALLED;
            case BOUNCED -> EventType.LETTER_BOUNCED;
            case FAILED -> EventType.LETTER_FAILED;
        };
    }

    private static EventType type(CampaignStepTaken step) {
        return switch (step.to()) {
            case DRAFT -> EventType.CAMPAIGN_WITHDRAWN;
            case SCHEDULED -> EventType.CAMPAIGN_SCHEDULED;
            case LIVE ->
                step.from() == CampaignState.PAUSED ? EventType.CAMPAIGN_RESUMED : EventType.CAMPAIGN_PUBLISHED;
            case PAUSED -> EventType.CAMPAIGN_PAUSED;
            case CLOSED -> EventType.CAMPAIGN_CLOSED;
        };
    }
}
