package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.e2e.RunningPlatform.Stage;

/** A campaign of points in English and Welsh, with comments, made through the API as any organisation makes its own. */
record BilingualCampaign(String letterUrl, String key, String id, String slug) {
    static BilingualCampaign publish(Stage stage) {
        var letterUrl = stage.platform().addresses().letterUrl();
        var organisation =
                post(letterUrl, stage.platform().operatorKey(), "/v1/organisations", read("organisation.json"));
        var key = organisation.at("/key/secret").asText();
        var campaign = (ObjectNode) read("campaign.json");
        var slug = campaign.get("slug").asText() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        campaign.put("slug", slug);
        var id = post(letterUrl, key, "/v1/campaigns", campaign).get("id").asText();
        var made = new BilingualCampaign(letterUrl, key, id, slug);
        made.take("publish");
        return made;
    }

    /** Lets the organisation take a step with it: publish, pause, resume, close. */
    void take(String step) {
        post(letterUrl, key, "/v1/campaigns/%s/%s".formatted(id, step), Http.JSON.createObjectNode());
    }

    /** Where its page is, with what follows its name. */
    String page(String rest) {
        return letterUrl + "/c/" + slug + rest;
    }

    private static JsonNode post(String letterUrl, String key, String path, JsonNode body) {
        var answer = Http.post(
                letterUrl + path,
                body,
                Map.of(
                        "Authorization",
                        "Bearer " + key,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 299);
        return answer.body();
    }

    private static JsonNode read(String file) {
        try (var stream = BilingualCampaign.class.getResourceAsStream("/pages/" + file)) {
            return Http.JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "BilingualCampaign[%s]".formatted(slug);
    }
}
