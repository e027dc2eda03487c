package org.centrallobby.mail.bounce;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.centrallobby.mail.identity.CopyAddresses;
import org.centrallobby.mail.report.CopyReports;

/**
 * Takes the copies of letters that their writers send from their own mailboxes: it is announced that one came, and nothing of
 * it is kept.
 */
@ApplicationScoped
class Copies {
    /** Whoever knows an address may write there a million times: what was announced of late is not announced again. */
    private static final int REMEMBERED = 10_000;

    private final CopyAddresses addresses;
    private final CopyReports reports;
    private final MeterRegistry metrics;
    private final Set<UUID> announced = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    Copies(CopyAddresses addresses, CopyReports reports, MeterRegistry metrics) {
        this.addresses = addresses;
        this.reports = reports;
        this.metrics = metrics;
    }

    /** The letter whose copies come to this address; empty where it is none of ours. */
    Optional<UUID> letter(String address) {
        return addresses.letter(address);
    }

    /** The letters whose copies come to any of these. */
    Set<UUID> letters(Collection<String> among) {
        var letters = new LinkedHashSet<UUID>();
        among.forEach(address -> letter(address).ifPresent(letters::add));
        return letters;
    }

    /**
     * Announces that a copy of these letters came, if somebody wrote the message: durably when this returns.
     *
     * @param understood what the message is by itself
     * @return false where a machine wrote it
     */
    boolean take(Set<UUID> letters, Understood understood) {
        var written = understood.asAnswer().mailClass() == MailClass.REPLY;
        metrics.counter("bounce.copies", "written", Boolean.toString(written)).increment();
        var news =
                letters.stream().filter(letter -> !announced.contains(letter)).toList();
        if (written && !news.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> news.forEach(reports::add));
            announced.addAll(news);
        }
        return written;
    }
}
