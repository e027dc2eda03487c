package org.centrallobby.letter.consuming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what other services publish. Unknown fields are passed over, so that they may add some. */
public final class IncomingRecord {
    private IncomingRecord() {}

    /** The data of an event; a {@link MalformedRecord} if they are not of that form. */
    public static <T> T read(ObjectMapper json, String data, Class<T> type) {
        try {
            return json.readValue(data, type);
        } catch (JsonMappingException e) {
            var path = e.getPath().stream()
                    .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
                    .collect(Collectors.joining("/"));
            throw new MalformedRecord("%s has the wrong form at /%s".formatted(type.getSimpleName(), path));
        } catch (JsonProcessingException e) {
            throw new MalformedRecord("%s is not JSON".formatted(type.getSimpleName()));
        }
    }

    /**
     * When an event was written.
     *
     * @param header its {@code ce_time}; null where it has none
     */
    public static Instant time(byte @Nullable [] header) {
        if (header == null) {
            throw new MalformedRecord("ce_time is missing");
        }
        try {
            return OffsetDateTime.parse(new String(header, StandardCharsets.UTF_8))
                    .toInstant();
        } catch (DateTimeException e) {
            throw new MalformedRecord("ce_time is not a time");
        }
    }
}
