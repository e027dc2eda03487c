package org.centrallobby.letter.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an endpoint stands. */
enum WebhookState {
    /** It is told what happens. */
    @JsonProperty("active")
    ACTIVE,
    /** By hand: what happens is kept, and told when it is resumed. */
    @JsonProperty("paused")
    PAUSED,
    /** By the platform: nothing is kept for it, and what waited has failed. */
    @JsonProperty("disabled")
    DISABLED,
    /** Its deliveries are about to be forgotten; nobody sees it any more. */
    DELETED
}
