package org.centrallobby.letter.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.Test;

/** Addresses are logged, kept in histories and passed on: what is somebody's does not stand in them. A widget's prefill comes in the fragment, which no browser sends. */
@ServiceTest
class NoPersonalDataInAddressesTest {
    private static final Pattern PERSONAL =
            Pattern.compile("(?i).*(mail|name|address|postcode|phone|subject|body|comment|writer|person).*");

    @Inject
    ObjectMapper json;

    @Test
    void noOperationTakesPersonalDataFromItsAddressButThoseThatTheArchitectureOrOsdiFixes() throws Exception {
        var document = json.readTree(given().get("/q/openapi?format=json").asString());
        var taken = new ArrayList<String>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var where = "%s %s".formatted(operation.getKey(), path.getKey());
                taken.addAll(personal(where, operation.getValue().path("parameters")));
                taken.addAll(personal(where, path.getValue().path("parameters")));
                if (operation.getValue().path("description").asText().contains("email_address")) {
                    taken.add(where + ": filter");
                }
            }
        }

        // What stands there under "name" for lists and facts is the organisation's own word for them.
        assertThat(taken)
                .filteredOn(where -> !where.matches("\\w+ /v1/campaigns/\\{id}/(facts|lists)/\\{name}: name"))
                .containsExactlyInAnyOrder(
                        "get /v1/supporters: email",
                        "get /v1/supporters: name",
                        "delete /v1/supporters: email",
                        "delete /v1/supporters: name",
                        // OSDI has it so, see the operation's description; no link that is answered repeats it.
                        "get /osdi/v1/people: filter",
                        "get /v1/public/campaigns/{slug}/mp: postcode");
    }

    @Test
    void nothingInAnAddressFillsInAForm() {
        var slug = Scene.live(TestOrganisation.create().key()).slug();
        var typed = Map.of(
                "name", "Query Person",
                "email", "query@person.example",
                "address", "1 Query Lane",
                "postcode", "QX1 1QX",
                "subject", "Query subject",
                "body", "Query body");

        for (var page : List.of("", "/write", "/check", "/send", "/sent", "/confirmed")) {
            var answer = given().queryParams(typed).get("/c/" + slug + page).then();
            typed.values().forEach(value -> answer.body(not(containsString(value))));
        }
        var form = given().queryParams(typed)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .post("/c/%s/write".formatted(slug))
                .then();
        typed.values().forEach(value -> form.body(not(containsString(value))));
    }

    private static List<String> personal(String where, JsonNode parameters) {
        return parameters
                .valueStream()
                .filter(parameter ->
                        List.of("query", "path").contains(parameter.path("in").asText()))
                .map(parameter -> parameter.path("name").asText())
                .filter(name -> PERSONAL.matcher(name).matches())
                .map(name -> where + ": " + name)
                .toList();
    }
}
