package org.centrallobby.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code platform.json} in the data folder: where everything is, for scripts. It is there as long as the platform is ready. */
final class PlatformFile {
    private final Path file;

    private PlatformFile(Path file) {
        this.file = file;
    }

    static PlatformFile write(Platform platform, Demo demo) {
        var addresses = platform.addresses();
        var root = Api.JSON.createObjectNode();
        root.putObject("letterService").put("url", addresses.letterUrl());
        root.putObject("mpLookupService").put("url", addresses.lookupUrl());
        root.putObject("mailService").put("url", addresses.mailUrl());
        root.putObject("mailbox").put("url", addresses.mailboxUrl());
        var relay = platform.settings().relay();
        root.putObject("smtp")
                .put("host", relay == null ? "localhost" : relay.host())
                .put("port", relay == null ? addresses.smtp() : relay.port());
        root.putObject("postgresql")
                .put("host", "localhost")
                .put("port", addresses.postgres())
                .put("user", org.centrallobby.testbed.Postgres.USER);
        root.putObject("kafka").put("bootstrapServers", platform.broker().bootstrapServers());
        root.put("operatorKey", platform.operatorKey());
        root.put("organisationKey", demo.organisationKey());
        root.putObject("campaign")
                .put("slug", demo.slug())
                .put("page", addresses.letterUrl() + "/c/" + demo.slug())
                .put("embeddingPage", addresses.mailboxUrl() + MailboxPage.GAZETTE);
        var processes = root.putObject("processes");
        platform.services().forEach(service -> {
            var handle = service.handle();
            if (handle != null) {
                processes.put(service.name(), handle.pid());
            }
        });
        var file = new PlatformFile(platform.settings().data().resolve("platform.json"));
        try {
            // The keys are in it.
            Secrets.writePrivately(
                    file.file, Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("platform.json cannot be written as JSON", e);
        }
        return file;
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.err.printf("%s could not be removed: %s%n", file, e.getMessage());
        }
    }
}
