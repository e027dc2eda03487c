package org.centrallobby.mail.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.centrallobby.mail.identity.Dns.NoAnswer;
import org.centrallobby.mail.problem.Failure;
import org.jboss.logging.Logger;

/** Asks the name servers about organisations' domains: when it is told to, and of those that send every day. */
@ApplicationScoped
class DomainRecheck {
    private static final Logger LOG = Logger.getLogger(DomainRecheck.class);
    /** When a domain is looked at again whose name servers did not answer. */
    static final Duration AGAIN = Duration.ofHours(1);

    private final DomainDesk desk;
    private final DomainRecords records;
    private final NameServers servers;
    private final IdentityConfig config;
    private final AtomicLong failing;

    DomainRecheck(
            DomainDesk desk,
            DomainRecords records,
            NameServers servers,
            IdentityConfig config,
            MeterRegistry registry) {
        this.desk = desk;
        this.records = records;
        this.servers = servers;
        this.config = config;
        this.failing = registry.gauge("identity.domains.failing", new AtomicLong());
    }

    /**
     * Checks a domain now.
     *
     * @throws NoAnswer if nothing is known, as the name servers do not answer; then nothing changes
     */
    DomainDesk.Registered check(UUID id) throws NoAnswer {
        return check(desk.one(id));
    }

    private DomainDesk.Registered check(DomainDesk.Registered registered) throws NoAnswer {
        var domain = registered.domain();
        List<Finding> findings = new DomainCheck(servers.within(config.checkTimeout()), records)
                .of(domain.domain(), registered.records());
        return desk.checked(domain.id(), findings);
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void recheck() {
        for (var due = desk.oneToCheck(); due.isPresent(); due = desk.oneToCheck()) {
            var name = due.get().domain().domain();
            try {
                var checked = check(due.get());
                if (checked.domain().state() == DomainState.FAILING) {
                    LOG.warnf(
                            "The records of the domain %s are wrong since %s; mails %s sent from it",
                            name, checked.domain().failingSince(), checked.sends() ? "are still" : "are no longer");
                }
            } catch (NoAnswer e) {
                LOG.warnf("The records of the domain %s could not be looked at: %s", name, e.getMessage());
            } catch (Failure e) {
                LOG.debugf("The domain %s was deleted meanwhile", name);
            }
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        failing.set(desk.failing());
    }
}
