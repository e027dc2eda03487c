package org.centrallobby.letter.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.testbed.Contract;
import org.junit.jupiter.api.Test;

@ServiceTest
class SeatsTest {
    private static final String CODE = "E14099001";
    private static final Instant EARLIER = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-02T10:00:00Z");

    @Inject
    Seats seats;

    @Inject
    ObjectMapper json;

    @Test
    void anOlderRecordDoesNotOverwriteANewerOneAndANewerOneDoes() throws JsonProcessingException {
        seats.keep(seat("Newer name", LATER));

        seats.keep(seat("Older name", EARLIER));
        assertThat(name()).isEqualTo("Newer name");

        seats.keep(seat("Newest name", LATER.plusSeconds(1)));
        assertThat(name()).isEqualTo("Newest name");
    }

    private Seat seat(String name, Instant at) throws JsonProcessingException {
        var event = Contract.example("seat-filled.v1")
                .replace("E14001167", CODE)
                .replace("Chingford and Woodford Green", name);
        return json.readValue(event, SeatEvent.class).seat(at);
    }

    private String name() {
        return QuarkusTransaction.requiringNew()
                .call(() -> seats.findById(CODE).constituency().name());
    }
}
