package org.centrallobby.letter.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as an organisation sends it. A new one needs its address; in a change, what is left out stays.
 *
 * @param url {@code https://}, a host on the public internet, port 443 or one from 1024 on
 * @param events what it wants to hear of; all where there are none. Each letter.* is a step, but letter.invalidated: the letter
 *     was found to be nobody's and counts no longer, though its state may stay as it was
 * @param campaigns of which of your campaigns; all where there are none
 * @param description for the organisation itself, to tell its webhooks apart
 */
@Schema(example = """
        {"url": "https://hooks.example.org/mp-letters", "events": ["letter.confirmed", "letter.sent", "letter.bounced"], \
        "campaigns": [], "description": "Our CRM"}\
        """)
record WebhookFields(
        @Size(max = EndpointUrl.LONGEST, message = "Keep the address to 2,000 characters.") @Nullable String url,

        @Nullable Set<@NotNull(message = "Name an event, for instance letter.sent.") EventType> events,

        @Size(max = 100, message = "Name at most 100 campaigns.") @Nullable Set<@NotNull(message = "Name a campaign by its id.") UUID> campaigns,

        @Size(max = 200, message = "Keep the description to 200 characters.") @Pattern(regexp = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*", message = "Keep the description to one line.") @Nullable String description) {

    /** What a webhook is to be told after this change of it. */
    Subscription appliedTo(Subscription before) {
        return new Subscription(
                url == null ? before.url() : url,
                description == null ? before.description() : description,
                events == null ? before.events() : List.copyOf(events),
                campaigns == null ? before.campaigns() : List.copyOf(campaigns));
    }

    /** What a new webhook is to be told. */
    Subscription subscription() {
        return appliedTo(new Subscription("", "", List.of(), List.of()));
    }
}
