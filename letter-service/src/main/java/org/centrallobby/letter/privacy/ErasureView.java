package org.centrallobby.letter.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an erasure stands, and its receipt: every place that was searched and what was found there. It names nobody.
 *
 * @param doneAt null while the mail-service has not answered for every mail
 */
@Schema(examples = ErasureView.EXAMPLE)
public record ErasureView(
        UUID id, State state, Instant askedAt, @Nullable Instant doneAt, List<Place> places) {
    public static final String EXAMPLE = """
            {"id": "01936f50-0000-7000-8000-000000000001", "state": "done", "askedAt": "2026-11-24T10:15:30Z",
             "doneAt": "2026-11-24T10:15:31Z", "places": [
             {"place": "table letter", "found": 1, "remaining": 0, "goneBy": null},
             {"place": "queue of the mail-service", "found": 3, "remaining": 0, "goneBy": null},
             {"place": "topic letter.mail-request.v1", "found": null, "remaining": null, "goneBy": "2026-12-01T10:15:30Z"}]}""";

    /** A record on a topic lives no longer; {@code deploy/contracts/asyncapi.yaml} has the settings. */
    private static final Duration ON_A_TOPIC = Duration.ofDays(7);

    public enum State {
        /** Everything here is forgotten; the mail-service is still at it. */
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("done")
        DONE
    }

    /**
     * A place that may hold something of a person.
     *
     * @param found how many rows or mails held something of the person before; null for what cannot be searched
     * @param remaining and how many do now
     * @param goneBy when what cannot be searched is gone by itself; null for what was searched
     */
    public record Place(
            String place,
            @Nullable Long found,
            @Nullable Long remaining,
            @Nullable Instant goneBy) {
        static Place searched(String place, long found, long remaining) {
            return new Place(place, found, remaining, null);
        }

        static Place passing(String place, Instant goneBy) {
            return new Place(place, null, null, goneBy);
        }
    }

    static ErasureView of(Erasure erasure, Duration repliesKept) {
        var places = new ArrayList<Place>();
        erasure.places()
                .forEach(place ->
                        places.add(Place.searched("table " + place.place(), place.found(), place.remaining())));
        places.add(Place.searched(
                "queue of the mail-service",
                erasure.mailsAsked(),
                (long) erasure.mailsAsked() - erasure.mailsForgotten()));
        var offTopics = erasure.askedAt().plus(ON_A_TOPIC);
        places.add(Place.passing("topic letter.mail-request.v1", offTopics));
        places.add(Place.passing("topic letter.mail-request.v1.dlq", offTopics));
        // Sealed with what only whoever sent the request has.
        places.add(Place.passing("table idempotent_reply", erasure.askedAt().plus(repliesKept)));
        return new ErasureView(
                erasure.id(),
                erasure.doneAt() == null ? State.WAITING : State.DONE,
                erasure.askedAt(),
                erasure.doneAt(),
                List.copyOf(places));
    }
}
