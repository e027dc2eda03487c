package org.centrallobby.letter.webhook;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.centrallobby.letter.campaign.Campaigns;
import org.centrallobby.letter.organisation.Organisations;
import org.centrallobby.letter.organisation.Tenant;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.FieldError;
import org.centrallobby.letter.problem.ProblemType;
import org.centrallobby.letter.web.VersionTag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What an organisation does with its webhooks. */
@ApplicationScoped
class WebhookDesk {
    private static final Logger LOG = Logger.getLogger(WebhookDesk.class);
    private static final int MOST = 10;
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    private final Webhooks webhooks;
    private final Organisations organisations;
    private final Campaigns campaigns;
    private final EndpointGuard guard;
    private final SecretSeal seal;
    private final WebhookConfig config;
    private final InstantSource clock;

    WebhookDesk(
            Webhooks webhooks,
            Organisations organisations,
            Campaigns campaigns,
            EndpointGuard guard,
            SecretSeal seal,
            WebhookConfig config,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.organisations = organisations;
        this.campaigns = campaigns;
        this.guard = guard;
        this.seal = seal;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Refuses an address to which nothing will be sent. A name that is not known is none: it may be tomorrow, or our resolver
     * may be at fault, and each attempt looks again. It asks that resolver, so it belongs before the transaction.
     */
    void requireReachable(@Nullable String url) {
        if (url == null) {
            throw invalid("#/url", "Say where to send, for instance https://hooks.example.org/mp-letters.");
        }
        try {
            guard.addresses(EndpointUrl.parse(url));
        } catch (IllegalArgumentException | EndpointGuard.Refused e) {
            throw invalid("#/url", e.getMessage());
        } catch (UnknownHostException | TimeoutException unknown) {
            LOG.debug("A webhook is set up for a host that is not known yet", unknown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A new webhook; its secret is in the answer and can be read nowhere afterwards. */
    @Transactional
    WebhookView create(Tenant tenant, WebhookFields fields) {
        // Two requests at once must not both find room for one more.
        organisations.findById(tenant.organisation(), LockModeType.PESSIMISTIC_WRITE);
        if (webhooks.countOf(tenant) >= MOST) {
            throw new Failure(
                    ProblemType.TOO_MANY_WEBHOOKS,
                    "Ten webhooks can stand at once. Delete one before you make another.");
        }
        var subscription = fields.subscription();
        requireOwn(tenant, subscription.campaigns());
        var id = IDS.generate();
        var secret = WebhookSecret.random();
        var webhook = new Webhook(id, tenant, subscription, seal.seal(id, secret), clock.instant());
        webhooks.persistAndFlush(webhook);
        return WebhookView.withSecret(webhook, secret);
    }

    @Transactional
    Webhook change(Tenant tenant, UUID id, @Nullable String ifMatch, WebhookFields change) {
        var webhook = webhooks.lockedOf(tenant, id);
        new VersionTag(webhook.version()).requireMatch(ifMatch);
        var before = webhook.subscription();
        var after = change.appliedTo(before);
        if (!after.equals(before)) {
            requireOwn(tenant, after.campaigns());
            webhook.change(after, clock.instant());
            webhooks.flush();
        }
        return webhook;
    }

    @Transactional
    Webhook pause(Tenant tenant, UUID id) {
        var webhook = webhooks.lockedOf(tenant, id);
        webhook.pause(clock.instant());
        webhooks.flush();
        return webhook;
    }

    @Transactional
    Webhook resume(Tenant tenant, UUID id) {
        var webhook = webhooks.lockedOf(tenant, id);
        webhook.resume(clock.instant());
        webhooks.flush();
        return webhook;
    }

    /** A new secret, beside which the old one signs for a while. */
    @Transactional
    WebhookView rotate(Tenant tenant, UUID id) {
        var webhook = webhooks.lockedOf(tenant, id);
        var secret = WebhookSecret.random();
        var now = clock.instant();
        webhook.rotate(seal.seal(id, secret), now.plus(config.secretOverlap()), now);
        webhooks.flush();
        return WebhookView.withSecret(webhook, secret);
    }

    @Transactional
    void delete(Tenant tenant, UUID id) {
        webhooks.lockedOf(tenant, id).delete(clock.instant());
    }

    private void requireOwn(Tenant tenant, List<UUID> ids) {
        for (var id : ids) {
            try {
                campaigns.ownedBy(tenant, id);
            } catch (Failure unknown) {
                throw invalid("#/campaigns", "Name campaigns of your organisation, of the mode of this key.");
            }
        }
    }

    private static Failure invalid(String pointer, @Nullable String detail) {
        return new Failure(
                ProblemType.INVALID_REQUEST,
                "Correct the fields named below.",
                List.of(new FieldError(pointer, String.valueOf(detail))));
    }
}
