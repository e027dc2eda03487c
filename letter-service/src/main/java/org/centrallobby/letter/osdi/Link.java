package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A link of HAL (draft-kelly-json-hal). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Link(String href, @Nullable String name, @Nullable Boolean templated) {
    static Link to(String href) {
        return new Link(href, null, null);
    }
}
