package org.centrallobby.letter.organisation;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An organisation that a test has created through the API, and the key with which it began. */
public record TestOrganisation(String id, String keyId, String key) {
    public static final String OPERATOR_KEY = "operator-key-of-the-tests";

    public static TestOrganisation create() {
        return create("informal-group", "https://www.example.org");
    }

    public static TestOrganisation create(String legalType, String... origins) {
        return create(request(legalType, List.of(origins)));
    }

    public static TestOrganisation named(String name) {
        var request = new HashMap<>(request("informal-group", List.of("https://www.example.org")));
        request.put("name", name);
        return create(request);
    }

    /** One that campaigns in English and in Welsh. */
    public static TestOrganisation bilingual() {
        var request = new HashMap<>(request("informal-group", List.of("https://www.example.org")));
        request.put("languages", List.of("en", "cy"));
        return create(request);
    }

    private static TestOrganisation create(Map<String, Object> request) {
        var answer = asOperator()
                .body(request)
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestOrganisation(
                answer.getString("organisation.id"), answer.getString("key.id"), answer.getString("key.secret"));
    }

    public static Map<String, Object> request(String legalType, List<String> origins) {
        return Map.of(
                "name", "Tell Parliament",
                "legalType", legalType,
                "replyContact", "office@example.org",
                "imprint", "Tell Parliament, 1 High Street, London",
                "privacyUrl", "https://www.example.org/privacy",
                "allowedOrigins", origins);
    }

    public static RequestSpecification asOperator() {
        return with(OPERATOR_KEY);
    }

    /** A request with a JSON body and this organisation's key. */
    public RequestSpecification asProgram() {
        return with(key);
    }

    public static RequestSpecification with(String credential) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + credential);
    }
}
