package org.centrallobby.bench;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What all parts of the platform benchmark use.
 *
 * @param quick whether it only matters that everything can be measured
 * @param minutes how long each load lasts
 */
record PlatformStage(
        boolean quick,
        double minutes,
        Surroundings surroundings,
        Installation installation,
        Writers writers,
        Post post,
        Progress progress,
        Report report) {

    /** Numbers of supporters apart from each other by so much are of different parts. */
    static final long APART = 10_000_000;

    Service letters() {
        return installation.service(Installation.LETTER);
    }

    Duration lasting() {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    /** Sets up a live campaign; returns its slug. */
    String campaign(String key, String slug) {
        var id = LetterStage.post(letters(), key, "/v1/campaigns", CampaignText.withoutOffices(slug))
                .get("id")
                .asText();
        LetterStage.post(letters(), key, "/v1/campaigns/%s/publish".formatted(id), Map.of());
        return slug;
    }

    /** A load of requests that are answered with this status. */
    Load load(int wanted, long first, LongFunction<Connection.Request> requests) {
        return new Load(letters(), progress, wanted, first, requests);
    }

    /** Waits until every seat that the lookup service announces is known to the letter service. */
    void awaitSeats() {
        try (var database = installation.database(Installation.LETTER)) {
            Seats.awaitKnown(database);
        }
    }
}
