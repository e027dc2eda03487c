package org.centrallobby.letter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {
    private final ObjectMapper json = RequestJson.strict(new ObjectMapper().registerModule(new JavaTimeModule()));

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T10:15:30Z", "2026-11-25T10:15:30.000+00:00", "2026-11-25T11:15:30+01:00"})
    void aTimeIsReadWithItsZone(String time) throws JsonProcessingException {
        assertThat(json.readValue("\"" + time + "\"", Instant.class)).isEqualTo("2026-11-25T10:15:30Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "1.5",
                "\"7\"",
                "\"1764065730\"",
                "\"\"",
                "\"2026-11-25\"",
                "\"2026-11-25T10:15:30\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"0000-01-01T00:00:00Z\"",
                "[2026, 11, 25]"
            })
    void nothingElseIsATime(String value) {
        assertThatThrownBy(() -> json.readValue(value, Instant.class)).isInstanceOf(MismatchedInputException.class);
    }
}
