package org.centrallobby.mail.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** The data of a request as it is read: anything may be missing, nothing is checked. See {@code mail-request.v1.schema.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MailRequest(
        @Nullable String mail,
        @Nullable String kind,
        @Nullable Campaign campaign,
        @Nullable From from,
        @Nullable Address replyTo,
        @Nullable Address to,
        @Nullable String subject,
        @Nullable String text,
        @Nullable Boolean automatic,
        @Nullable String composedAt,
        @Nullable String expiresAt) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Campaign(
            @Nullable String id,
            @Nullable String slug,
            @Nullable String title,
            @Nullable String organisation) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record From(@Nullable String name, @Nullable String domain) {
        @Override
        public String toString() {
            return "From[...]";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Address(@Nullable String name, @Nullable String address) {
        @Override
        public String toString() {
            return "Address[...]";
        }
    }

    /** Never a name, an address or a word of the text. */
    @Override
    public String toString() {
        return "MailRequest[...]";
    }
}
