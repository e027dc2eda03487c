package org.centrallobby.letter.lookup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.centrallobby.letter.consuming.IncomingRecord;
import org.centrallobby.letter.consuming.Patience;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the seats from {@code mp-lookup.seat.v1}. */
@ApplicationScoped
class SeatRecords {
    private final Seats seats;
    private final Patience patience;
    private final ObjectMapper json;

    SeatRecords(Seats seats, Patience patience, ObjectMapper json) {
        this.seats = seats;
        this.patience = patience;
        this.json = json;
    }

    @Incoming("seats-in")
    @Blocking
    Uni<Void> take(String data, IncomingKafkaRecordMetadata<String, String> metadata) {
        var header = metadata.getHeaders().lastHeader("ce_time");
        var writtenAt = IncomingRecord.time(header == null ? null : header.value());
        var seat = IncomingRecord.read(json, data, SeatEvent.class).seat(writtenAt);
        return patience.untilDone(() -> seats.keep(seat));
    }
}
