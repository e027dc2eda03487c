package org.centrallobby.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The organisation and the campaign that a visitor finds, made through the REST API as any organisation makes its own.
 *
 * @param organisationKey the organisation's API key
 * @param slug names the campaign in its addresses
 */
public record Demo(String organisationKey, String slug) {
    private static final String KEY_FILE = "organisation.key";

    /** Publishes the campaign of {@code deploy/local/demo}, unless an earlier start did. */
    public static Demo publish(Platform platform) {
        var home = platform.settings().home();
        var secrets = new Secrets(platform.settings().data());
        var campaign = read(home.resolve("deploy/local/demo/campaign.json"));
        var slug = campaign.get("slug").asText();
        var letterUrl = platform.addresses().letterUrl();
        var key = secrets.read(KEY_FILE).orElseGet(() -> {
            var made = createOrganisation(platform, home);
            secrets.write(KEY_FILE, made);
            return made;
        });
        var published = Api.open(letterUrl).exchange("GET", "/v1/public/campaigns/" + slug, null);
        if (!published.isSuccess()) {
            var api = Api.withKey(letterUrl, key);
            var id = api.post("/v1/campaigns", campaign).get("id").asText();
            api.post("/v1/campaigns/%s/publish".formatted(id), null);
        }
        awaitSeats(Api.open(letterUrl), slug);
        return new Demo(key, slug);
    }

    /** Until the letter-service has heard from Kafka who sits where it sends everybody away. */
    private static void awaitSeats(Api api, String slug) {
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (Check.POSTCODES.stream().anyMatch(postcode -> isUnavailable(api, slug, postcode))) {
            if (System.nanoTime() > deadline) {
                throw new CannotStart("The letter-service has not heard of the seats; see its log.");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("Interrupted", e);
            }
        }
    }

    private static boolean isUnavailable(Api api, String slug, String postcode) {
        var path = "/v1/public/campaigns/%s/mp?postcode=%s".formatted(slug, postcode.replace(" ", "%20"));
        return api.exchange("GET", path, null).status() == 503;
    }

    private static String createOrganisation(Platform platform, Path home) {
        var organisation = (ObjectNode) read(home.resolve("deploy/local/demo/organisation.json"));
        // The page that embeds the widget lies on another origin, under either name of this machine.
        var origins = organisation.putArray("allowedOrigins");
        origins.add("http://localhost:" + platform.addresses().mailboxPage());
        origins.add("http://127.0.0.1:" + platform.addresses().mailboxPage());
        return Api.withKey(platform.addresses().letterUrl(), platform.operatorKey())
                .post("/v1/organisations", organisation)
                .at("/key/secret")
                .asText();
    }

    private static JsonNode read(Path file) {
        try {
            return Api.JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new CannotStart("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return "Demo[%s]".formatted(slug);
    }
}
