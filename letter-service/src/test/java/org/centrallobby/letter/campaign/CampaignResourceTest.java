package org.centrallobby.letter.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CampaignResourceTest {
    private static final String PROBLEMS = "https://centrallobby.org/problems/";

    @Inject
    Campaigns campaigns;

    private TestOrganisation organisation;

    @BeforeEach
    void anOrganisation() {
        organisation = TestOrganisation.create();
    }

    @Test
    void aCopyIsAskedForInJson() {
        TestOrganisation.with(organisation.key())
                .contentType("text/plain")
                .body("library-hours-again")
                .post("/v1/campaigns/%s/copy".formatted(TestCampaign.draft(organisation, TestCampaign.request())))
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aCampaignIsCreatedAsADraftThatThePublicDoesNotSee() {
        var request = TestCampaign.request();
        var id = organisation
                .asProgram()
                .body(request)
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("state", equalTo("draft"))
                .body("whenSeatVacant", equalTo("refuse"))
                .body("template.version", equalTo(1))
                .body("url", equalTo("https://letters.example.org/c/" + request.get("slug")))
                .body("publishedAt", nullValue())
                .extract()
                .path("id");

        organisation
                .asProgram()
                .get("/v1/campaigns/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        assertThat(campaigns.published(String.valueOf(request.get("slug")))).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        organisation
                .asProgram()
                .body(Map.of("slug", "Not A Slug", "title", "", "language", "fr", "goal", 0))
                .post("/v1/campaigns")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("#/slug"))
                .body("errors.pointer", hasItem("#/title"))
                .body("errors.pointer", hasItem("#/language"))
                .body("errors.pointer", hasItem("#/goal"));
    }

    @Test
    void aTemplateThatCannotBeUsedIsRefusedWithItsPlace() {
        var request = TestCampaign.request();
        request.put("template", Map.of("subject", "{member.class}", "body", "Hello\n{#for x in y}{/for}"));

        organisation
                .asProgram()
                .body(request)
                .post("/v1/campaigns")
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "invalid-template"))
                .body("errors.pointer", equalTo(List.of("#/template/subject", "#/template/body")))
                .body("errors.line", equalTo(List.of(1, 2)))
                .body("errors[0].detail", containsString("{member.name}"));
    }

    @Test
    void aSlugIsGivenOnce() {
        var request = TestCampaign.request();
        TestCampaign.draft(organisation, request);

        TestOrganisation.create()
                .asProgram()
                .body(request)
                .post("/v1/campaigns")
                .then()
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "slug-taken"));
    }

    @Test
    void aSlugIsGivenOnceAlsoToThoseWhoAskAtTheSameMoment() throws Exception {
        var request = TestCampaign.request();

        var answers = atOnce(() -> organisation.asProgram().body(request).post("/v1/campaigns"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    }

    @Test
    void whatCannotStandInTheHeadOfAMailIsRefused() {
        for (var title : List.of("Two\u2028lines", "Next\u0085line", "Nul\u0000")) {
            organisation
                    .asProgram()
                    .body(Map.of("slug", "s-" + UUID.randomUUID(), "title", title, "language", "en", "goal", 5))
                    .post("/v1/campaigns")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", equalTo(List.of("#/title")));
        }
    }

    @Test
    void publishingNamesAllThatIsMissing() {
        var id = TestCampaign.draft(
                organisation,
                Map.of(
                        "slug",
                        "empty-" + UUID.randomUUID(),
                        "title",
                        "Empty",
                        "language",
                        "cy",
                        "goal",
                        5,
                        "template",
                        Map.of("body", "Dear {member.salutation}")));

        organisation
                .asProgram()
                .post("/v1/campaigns/" + id + "/publish")
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "not-publishable"))
                .body(
                        "errors.pointer",
                        equalTo(List.of("#/introduction", "#/template/subject", "#/template/body", "#/language")));
        organisation.asProgram().get("/v1/campaigns/" + id).then().body("state", equalTo("draft"));
    }

    @Test
    void aCampaignGoesThroughItsStates() {
        var id = TestCampaign.draft(organisation, TestCampaign.request());
        step(id, "pause").then().statusCode(409).body("type", equalTo(PROBLEMS + "illegal-step"));
        step(id, "publish").then().statusCode(200).body("state", equalTo("live"));
        step(id, "publish").then().statusCode(409);
        step(id, "pause").then().statusCode(200).body("state", equalTo("paused"));
        step(id, "resume").then().statusCode(200).body("state", equalTo("live"));
        step(id, "close").then().statusCode(200).body("state", equalTo("closed"));
        step(id, "resume").then().statusCode(409);
        patch(id, "*", Map.of("goal", 7)).then().statusCode(409);
    }

    @Test
    void aLiveCampaignKeepsItsSlugAndVersionsItsTemplate() {
        var id = TestCampaign.draft(organisation, TestCampaign.request());
        patch(id, "\"0\"", Map.of("slug", "renamed-" + UUID.randomUUID()))
                .then()
                .statusCode(200);
        var tag = step(id, "publish").header("ETag");

        patch(id, tag, Map.of("slug", "another-" + UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("#/slug")));
        patch(id, tag, Map.of("introduction", ""))
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "not-publishable"));
        patch(id, tag, Map.of("template", Map.of("subject", "Other words")))
                .then()
                .statusCode(200)
                .body("template.version", equalTo(2))
                .body("template.subject", equalTo("Other words"))
                .body("template.body", equalTo(TestCampaign.BODY.strip()));
    }

    @Test
    void aChangeNeedsTheVersionThatWasSeen() {
        var id = TestCampaign.draft(organisation, TestCampaign.request());

        organisation
                .asProgram()
                .body(Map.of("goal", 7))
                .patch("/v1/campaigns/" + id)
                .then()
                .statusCode(428)
                .body("type", equalTo(PROBLEMS + "precondition-required"));
        patch(id, "\"0\"", Map.of("goal", 7, "consentWording", ""))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("goal", equalTo(7))
                .body("consentWording", nullValue());
        patch(id, "\"0\"", Map.of("goal", 8)).then().statusCode(412);
    }

    @Test
    void ofChangesToOneVersionAtOnceOneIsMade() throws Exception {
        var id = TestCampaign.draft(organisation, TestCampaign.request());
        var goals = new java.util.concurrent.atomic.AtomicInteger(200);

        var answers = atOnce(() -> patch(id, "\"0\"", Map.of("goal", goals.incrementAndGet())));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 412);
    }

    @Test
    void campaignsAreListedPageByPage() {
        var ids = IntStream.range(0, 5)
                .mapToObj(number -> TestCampaign.draft(organisation, TestCampaign.request()))
                .toList();
        var seen = new ArrayList<String>();
        var path = "/v1/campaigns?limit=2";
        while (path != null) {
            var page = organisation.asProgram().get(path);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("campaigns.id"));
            var next = page.jsonPath().getString("next");
            path = next == null ? null : "/v1/campaigns?limit=2&cursor=" + next;
            assertThat(page.header("Link")).isEqualTo(path == null ? null : "<" + path + ">; rel=\"next\"");
        }

        assertThat(seen).isEqualTo(ids.reversed());
        organisation.asProgram().get("/v1/campaigns?cursor=nonsense").then().statusCode(400);
        organisation.asProgram().get("/v1/campaigns?limit=0").then().statusCode(422);
        organisation.asProgram().get("/v1/campaigns?limit=201").then().statusCode(422);
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        var id = TestCampaign.draft(organisation, TestCampaign.request());
        var other = TestOrganisation.create();

        other.asProgram().get("/v1/campaigns/" + id).then().statusCode(404);
        other.asProgram().get("/v1/campaigns/" + id + "/embed").then().statusCode(404);
        other.asProgram()
                .header("If-Match", "*")
                .body(Map.of("goal", 1))
                .patch("/v1/campaigns/" + id)
                .then()
                .statusCode(404);
        Stream.of("publish", "pause", "resume", "close")
                .forEach(step -> other.asProgram()
                        .post("/v1/campaigns/" + id + "/" + step)
                        .then()
                        .statusCode(404));
        other.asProgram().get("/v1/campaigns").then().statusCode(200).body("campaigns", hasSize(0));
    }

    private Response step(String id, String step) {
        return organisation.asProgram().post("/v1/campaigns/" + id + "/" + step);
    }

    private Response patch(String id, String tag, Map<String, Object> change) {
        return organisation.asProgram().header("If-Match", tag).body(change).patch("/v1/campaigns/" + id);
    }

    private static List<Response> atOnce(java.util.concurrent.Callable<Response> request) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var sent = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Response>();
            for (var answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
