package org.centrallobby.mail.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * As whom a mail is sent. What the database says of a domain is believed for a few seconds, so that a million mails do not
 * ask a million times, and a domain that may no longer send stops within them.
 */
@ApplicationScoped
public class SendingDomains {
    private static final Logger LOG = Logger.getLogger(SendingDomains.class);
    private static final int MOST_KEPT = 1_000;
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final PlatformIdentity platform;
    private final Lookup lookup;
    private final Map<Wanted, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Known> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Wanted(UUID organisation, String domain) {}

    private record Known(Optional<SendingIdentity> identity, long at) {
        boolean isFresh(long now) {
            return now - at < BELIEVED.toNanos();
        }
    }

    /** Where domains are known. */
    @FunctionalInterface
    interface Lookup {
        /** The identity of a domain that may send. */
        Optional<SendingIdentity> identity(UUID organisation, String domain, String local);
    }

    @Inject
    SendingDomains(PlatformIdentity platform, DomainDesk desk) {
        this(platform, desk::identity);
    }

    SendingDomains(PlatformIdentity platform, Lookup lookup) {
        this.platform = platform;
        this.lookup = lookup;
    }

    /**
     * The organisation's own identity where it has registered the domain and its records are right, the platform's
     * otherwise.
     *
     * @param domain the domain that the organisation wants to send from; null where it wants none
     * @throws IdentityUnknown if the database does not say at present, and nothing is known from before
     */
    public SendingIdentity forMail(UUID organisation, @Nullable String domain) {
        if (domain == null) {
            return platform.identity();
        }
        var wanted = new Wanted(organisation, domain.toLowerCase(Locale.ROOT));
        Known present;
        synchronized (known) {
            present = known.get(wanted);
        }
        if (present == null || !present.isFresh(System.nanoTime())) {
            present = ask(wanted, present);
        }
        return present.identity().orElseGet(platform::identity);
    }

    private Known ask(Wanted wanted, @Nullable Known before) {
        var now = System.nanoTime();
        try {
            return remembered(
                    wanted,
                    new Known(
                            lookup.identity(
                                    wanted.organisation(),
                                    wanted.domain(),
                                    platform.identity().local()),
                            now));
        } catch (RuntimeException e) {
            if (before != null) {
                // What was right a few seconds ago is a better guess than a mail that cannot be written.
                LOG.warnf(e, "The domain %s could not be looked up", wanted.domain());
                return remembered(wanted, new Known(before.identity(), now));
            }
            throw isOfTheDatabase(e) ? new IdentityUnknown(e) : e;
        }
    }

    private Known remembered(Wanted wanted, Known asked) {
        synchronized (known) {
            known.put(wanted, asked);
        }
        return asked;
    }

    /** Whether the database is to blame; a key that cannot be opened, say, will not be openable later either. */
    private static boolean isOfTheDatabase(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PersistenceException
                    || cause instanceof SQLException
                    || cause instanceof RollbackException
                    || cause instanceof SystemException) {
                return true;
            }
        }
        return false;
    }
}
