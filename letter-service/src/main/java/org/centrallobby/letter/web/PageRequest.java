package org.centrallobby.letter.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for; a {@code @BeanParam @Valid} of the resource's method. */
public record PageRequest(
        @QueryParam("limit")
        @DefaultValue("50")
        @Min(value = 1, message = "Ask for at least 1 entry.") @Max(value = 200, message = "Ask for at most 200 entries.") int limit,

        @QueryParam("cursor") @Nullable String cursor) {

    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).map(Cursor::parse);
    }
}
