package org.centrallobby.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a platform is started with.
 *
 * @param home the checkout, where the packaged services lie
 * @param data everything that is kept; created where it is missing
 * @param relay where mail is delivered instead of to the mailbox; null: to the mailbox
 * @param postcodes a file of postcodes instead of the sample; null: the sample
 * @param members a file of members instead of the sample; null: the sample
 * @param environment further settings for all three services, by the names of their environment variables
 * @param restartServices whether a service that ends by itself is started again
 */
public record Settings(
        Path home,
        Path data,
        Addresses addresses,
        @Nullable Relay relay,
        @Nullable Path postcodes,
        @Nullable Path members,
        Map<String, String> environment,
        boolean restartServices) {

    /**
     * An SMTP server that takes mail.
     *
     * @param allowedRecipients who may get some: addresses, domains, or {@code *} for everybody; empty: nobody
     */
    public record Relay(String host, int port, List<String> allowedRecipients) {
        public Relay {
            allowedRecipients = List.copyOf(allowedRecipients);
        }
    }
}
