package org.centrallobby.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What all parts of the letters benchmark use.
 *
 * @param quick whether it only matters that everything can be measured
 * @param minutes how long letters come at the wanted rate
 * @param environment of the service, for another process on the same data
 * @param key of the organisation whose campaigns these are
 * @param folder where logs go
 */
record LetterStage(
        boolean quick,
        double minutes,
        Surroundings surroundings,
        Service.Application application,
        Map<String, String> environment,
        Service service,
        Database database,
        Seats seats,
        String key,
        Path folder,
        Progress progress,
        Report report) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Connections of the load; more than the service can work on at once, so that it never waits for the load. */
    static final int CONNECTIONS = 48;

    /** A live campaign. */
    record Campaign(UUID id, String slug) {}

    Campaign campaign(String slug) {
        var id = UUID.fromString(post(service, key, "/v1/campaigns", CampaignText.request(slug))
                .get("id")
                .asText());
        post(service, key, "/v1/campaigns/%s/publish".formatted(id), Map.of());
        return new Campaign(id, slug);
    }

    /** A campaign to which one letter was written through the API: the pattern of many. */
    Campaign campaignWithLetter(String slug) {
        var campaign = campaign(slug);
        var answer = new Load(service, progress, 202, 1_000_000_007, number -> letter(campaign, number))
                .open(1, 1, Duration.ofSeconds(1));
        if (answer.failed() > 0) {
            throw new CannotMeasure("The service does not take a letter; its log says why: " + service.log());
        }
        return campaign;
    }

    MassLetters mass() {
        return new MassLetters(database, seats);
    }

    Connection.Request letter(Campaign campaign, long number) {
        var supporter = seats.supporter(number);
        var head = "X-Forwarded-For: %s\r\nIdempotency-Key: \"%s-%d\"\r\n"
                .formatted(supporter.networkAddress(), campaign.slug(), number);
        return new Connection.Request(
                "/v1/public/campaigns/%s/letters".formatted(campaign.slug()), head, supporter.letter());
    }

    Connection.Request preview(Campaign campaign, long number) {
        var supporter = seats.supporter(number);
        return new Connection.Request(
                "/v1/public/campaigns/%s/preview".formatted(campaign.slug()),
                "X-Forwarded-For: %s\r\n".formatted(supporter.networkAddress()),
                supporter.preview());
    }

    /** Asks as the organisation. */
    HttpResponse<String> get(String path) {
        var answer = service.send(service.request(path).header("Authorization", "Bearer " + key));
        if (answer.statusCode() != 200) {
            throw new CannotMeasure("%s answers %d".formatted(path, answer.statusCode()));
        }
        return answer;
    }

    /** How long the answer to a request takes, in milliseconds. */
    double milliseconds(String path) {
        var begun = System.nanoTime();
        get(path);
        return (System.nanoTime() - begun) / 1e6;
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("Interrupted");
        }
    }

    /** A load's time; a second where figures do not matter. */
    Duration seconds(int full) {
        return Duration.ofSeconds(quick ? 1 : full);
    }

    /** Sets up an organisation; returns its key. */
    static String organisation(Service service) {
        return organisation(service, "https://www.example.org");
    }

    /** Sets up an organisation whose campaigns pages of the origin may embed; returns its key. */
    static String organisation(Service service, String origin) {
        return post(
                        service,
                        Surroundings.OPERATOR_KEY,
                        "/v1/organisations",
                        Map.of(
                                "name", "Friends of Libraries",
                                "legalType", "charity",
                                "replyContact", "office@example.org",
                                "imprint", "Friends of Libraries, 1 High Street, London",
                                "privacyUrl", "https://www.example.org/privacy",
                                "allowedOrigins", List.of(origin)))
                .at("/key/secret")
                .asText();
    }

    static JsonNode post(Service service, String key, String path, Map<String, ?> body) {
        try {
            var answer = service.send(service.request(path)
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
            if (answer.statusCode() / 100 != 2) {
                throw new CannotMeasure("%s answers %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new CannotMeasure("%s is not answered in JSON: %s".formatted(path, e.getOriginalMessage()));
        }
    }
}
