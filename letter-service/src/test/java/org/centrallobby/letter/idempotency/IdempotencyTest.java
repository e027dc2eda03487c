package org.centrallobby.letter.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centrallobby.letter.organisation.TestOrganisation.asOperator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.Test;

@ServiceTest
class IdempotencyTest {
    @Inject
    IdempotentReplies replies;

    @Inject
    ReplyExpiry expiry;

    @Test
    void aRepetitionIsAnsweredAlikeWithItsSecretAndCreatesNothing() {
        var key = UUID.randomUUID().toString();
        var body = TestOrganisation.request("charity", List.of());
        var first = asOperator().header("Idempotency-Key", key).body(body).post("/v1/organisations");
        var second = asOperator()
                .header("Idempotency-Key", "\"" + key + "\"")
                .body(body)
                .post("/v1/organisations");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString()).contains("cl_sk_live_");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void aKeyStandsForOneBody() {
        var key = UUID.randomUUID().toString();
        asOperator()
                .header("Idempotency-Key", key)
                .body(TestOrganisation.request("charity", List.of()))
                .post("/v1/organisations")
                .then()
                .statusCode(201);

        asOperator()
                .header("Idempotency-Key", key)
                .body(TestOrganisation.request("party", List.of()))
                .post("/v1/organisations")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://centrallobby.org/problems/idempotency-key-reused"));
    }

    @Test
    void twoCallersMayUseTheSameKey() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("label", "Website", "scopes", List.of("campaigns:read"));
        var answers = IntStream.range(0, 2)
                .mapToObj(number -> TestOrganisation.create()
                        .asProgram()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/v1/organisation/keys"))
                .toList();

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(answer -> answer.path("id").toString())).doesNotHaveDuplicates();
    }

    @Test
    void whatFailedCanBeTriedAgain() {
        var organisation = TestOrganisation.create();
        var key = UUID.randomUUID().toString();
        var body = Map.of("label", "Late", "scopes", List.of("campaigns:read"), "expiresAt", "2020-01-01T00:00:00Z");
        IntStream.range(0, 2)
                .forEach(number -> organisation
                        .asProgram()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/v1/organisation/keys")
                        .then()
                        .statusCode(422)
                        .body("type", equalTo("https://centrallobby.org/problems/invalid-request")));
    }

    @Test
    void ofManyAtOnceOneTakesEffect() throws Exception {
        var organisation = TestOrganisation.create();
        var key = UUID.randomUUID().toString();
        var slug = "once-" + UUID.randomUUID();
        var body = Map.of("slug", slug, "title", "Once", "language", "en", "goal", 10);
        var start = new CountDownLatch(1);
        List<Response> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var sent = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return organisation
                                .asProgram()
                                .header("Idempotency-Key", key)
                                .body(body)
                                .post("/v1/campaigns");
                    }))
                    .toList();
            start.countDown();
            answers = new java.util.ArrayList<>();
            for (var answer : sent) {
                answers.add(answer.get());
            }
        }

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnly(201, 409)
                .contains(201);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 409)
                        .map(answer -> answer.path("type").toString())
                        .distinct())
                .allMatch("https://centrallobby.org/problems/request-in-progress"::equals);
    }

    @Test
    void ofManyExpiredRepliesNoMoreAreForgottenAtOnceThanIsAskedFor() {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 5)
                        .mapToObj(number -> new IdempotentReply(
                                UUID.randomUUID().toString(),
                                new byte[0],
                                new byte[0],
                                Instant.now().minusSeconds(1)))
                        .forEach(replies::keep));

        assertThat(io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                        .call(() -> replies.forget(Instant.now(), 3)))
                .isEqualTo(3);
    }

    @Test
    void anExpiredReplyIsForgotten() {
        var scope = UUID.randomUUID().toString();
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> replies.keep(new IdempotentReply(
                        scope, new byte[0], new byte[0], Instant.now().minusSeconds(1))));

        expiry.forget();

        assertThat(io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                        .call(() -> replies.findByIdOptional(scope)))
                .isEmpty();
    }
}
