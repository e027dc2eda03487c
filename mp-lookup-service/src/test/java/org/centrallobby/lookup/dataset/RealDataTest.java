package org.centrallobby.lookup.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.centrallobby.lookup.RealData;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.file.Source;
import org.centrallobby.lookup.file.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole country, sent to the service and asked for over HTTP. */
@ServiceTest
class RealDataTest {
    private static final int ONE_IN = 1_000;

    @Inject
    SampleAgain sample;

    @AfterEach
    void theSampleIsServedAgain() throws InterruptedException {
        sample.serve();
    }

    @Test
    void oneInAThousandRealPostcodesIsAnsweredRight() throws IOException, InterruptedException {
        var file = RealData.file("postcode_pcon24_gb.csv.gz");

        put("postcodes", file);

        var wrong = new ArrayList<String>();
        var asked = 0;
        var json = new ObjectMapper();
        try (var http = HttpClient.newHttpClient();
                var rows = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            rows.readLine();
            var number = 0;
            for (var line = rows.readLine(); line != null; line = rows.readLine()) {
                if (number++ % ONE_IN == 0) {
                    asked++;
                    var cells = line.split(",");
                    var answer = json.readTree(answer(http, cells[0]));
                    if (!cells[1].equals(answer.at("/constituency/code").asText())
                            || answer.at("/inUse").asBoolean() != cells[2].equals("1")) {
                        wrong.add("line %d".formatted(number + 1));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(2_600);
    }

    private static String answer(HttpClient http, String postcode) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:%d/v1/postcodes/%s".formatted(RestAssured.port, postcode));
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void theThreeStatesOfTheHouseGiveExactlyTheChangesBetweenThem() throws IOException {
        var days = List.of("2026-02-27", "2026-05-19", "2026-06-27");
        put("members", members(days.getFirst()));
        for (var i = 1; i < days.size(); i++) {
            var expected = changes(members(days.get(i - 1)), members(days.get(i)));

            assertThat(put("members", members(days.get(i)))).as(days.get(i)).isEqualTo(expected);
            assertThat(put("members", members(days.get(i)))).isZero();
        }
    }

    /** How many seats differ in what is told of them, worked out from the files alone. */
    private static int changes(Path before, Path after) {
        var earlier = facts(before);
        return (int) facts(after).entrySet().stream()
                .filter(seat -> !seat.getValue().equals(earlier.get(seat.getKey())))
                .count();
    }

    private static Map<String, String> facts(Path file) {
        var facts = new HashMap<String, String>();
        Table.read(Source.of(file), header -> {
            var columns =
                    List.of("pcon_code", "member_id", "full_title", "display_as", "party_text", "member_email").stream()
                            .map(name -> header.required(name, name))
                            .toList();
            return row -> facts.put(
                    row.text(columns.getFirst()),
                    String.join(
                            "|",
                            columns.stream()
                                    .map(column -> row.text(column).replaceAll("\\s+", " "))
                                    .toList()));
        });
        return facts;
    }

    private static Path members(String day) {
        return RealData.file("members/mp_lookup_%s.csv".formatted(day));
    }

    /** How many seats were announced. */
    private static int put(String part, Path file) {
        return given().header("Authorization", "Bearer test-operator-key")
                .contentType("application/octet-stream")
                .queryParam("source", file.getFileName().toString())
                .body(file.toFile())
                .put("/v1/dataset/" + part)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("report.announced");
    }
}
