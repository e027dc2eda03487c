package org.centrallobby.letter.lookup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A constituency of the House of Commons.
 *
 * @param code its GSS code of the 2024 boundaries, for instance {@code E14001167}
 * @param nameCy its Welsh name where it has one
 */
public record Constituency(
        String code, String name, @Nullable String nameCy) {
    /** Its name as a campaign in that language writes it. */
    public String nameIn(String language) {
        return nameCy != null && language.equals("cy") ? nameCy : name;
    }

    /** Where it lies, by the first letter of its code: {@code England}, {@code Northern Ireland}, {@code Scotland} or {@code Wales}. */
    @JsonIgnore
    public String nation() {
        return switch (code.charAt(0)) {
            case 'S' -> "Scotland";
            case 'W' -> "Wales";
            case 'N' -> "Northern Ireland";
            default -> "England";
        };
    }
}
