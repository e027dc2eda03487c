package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why the platform has disabled an endpoint. */
enum DisabledBecause {
    /** It answered 410. */
    @JsonProperty("gone")
    GONE,
    /** For days it has done nothing but fail. */
    @JsonProperty("failing")
    FAILING,
    /** Too much waited for it. */
    @JsonProperty("backlog")
    BACKLOG
}
