package org.centrallobby.letter.privacy;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What all features together hold on people. */
@ApplicationScoped
public class PersonalData {
    private final List<HoldsPersonalData> features;

    PersonalData(@All List<HoldsPersonalData> features) {
        this.features = features;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public List<Holding> tell(Subject subject) {
        return features.stream()
                .flatMap(feature -> feature.tell(subject).stream())
                .toList();
    }

    /** How many answers of others are awaited. */
    @Transactional(Transactional.TxType.MANDATORY)
    int forget(Subject subject, UUID erasure) {
        return features.stream()
                .mapToInt(feature -> feature.forget(subject, erasure))
                .sum();
    }

    /** How many rows hold something of the subject, by table; a table without any is there too. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<String, Long> search(Subject subject, Collection<UUID> rows) {
        var found = new TreeMap<String, Long>();
        features.forEach(feature -> found.putAll(feature.search(subject, rows)));
        return found;
    }
}
