package org.centrallobby.letter.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is held on a person.
 *
 * @param place the table that it stands in
 * @param id of the row; null where rows have none
 * @param campaign null where it belongs to none
 * @param person the hash of the person, where the row has one
 * @param name as they typed it, where the row has it still
 * @param forgottenAt when it will be forgotten by itself; null where that time has not begun to run
 * @param data everything else; becomes JSON
 */
public record Holding(
        String place,
        @Nullable UUID id,
        @Nullable UUID campaign,
        @Nullable String person,
        @Nullable String name,
        @Nullable Instant forgottenAt,
        Object data) {
    @Override
    public String toString() {
        return "Holding[%s]".formatted(place);
    }
}
