package org.centrallobby.letter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.letter.Token;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.lookup.FakeMpLookup;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Event;
import org.centrallobby.testbed.Topics;

/** What a test of the whole service needs around it: seats that are held, campaigns that are live, letters and their writers' answers. */
@ApplicationScoped
public class Scene {
    private static final AtomicInteger NUMBER = new AtomicInteger(30_000);

    private final FakeMpLookup lookup;
    private final SeatFeed feed;
    private final EntityManager database;

    Scene(FakeMpLookup lookup, SeatFeed feed, EntityManager database) {
        this.lookup = lookup;
        this.feed = feed;
        this.database = database;
    }

    /** A constituency of its own with a member who takes e-mail. */
    public record Held(Constituency constituency, int member, String memberEmail, String postcode) {}

    /** A campaign that takes letters. */
    public record Live(String id, String slug) {}

    public Held seat() {
        var number = NUMBER.incrementAndGet();
        var constituency = new Constituency("E140%d".formatted(number), "Sceneford " + number, null);
        return seat(constituency, number, "Ms Scene", "E%d %dAB".formatted(number / 10, number % 10));
    }

    public Held seat(Constituency constituency, int member, String memberName, String postcode) {
        lookup.lay(postcode, constituency);
        feed.fill(constituency, member, memberName, memberName, "email");
        return new Held(constituency, member, "mp%d@mp.example".formatted(member), postcode);
    }

    /** A postcode through which a boundary runs. */
    public void split(String postcode, Constituency... candidates) {
        lookup.split(postcode, candidates);
    }

    public static Live live(String key) {
        return live(key, TestCampaign.request());
    }

    public static Live liveWithComments(String key) {
        var request = new HashMap<>(TestCampaign.request());
        request.put("comments", true);
        return live(key, request);
    }

    private static Live live(String key, Map<String, Object> request) {
        var id = TestOrganisation.with(key)
                .body(request)
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        TestOrganisation.with(key)
                .post("/v1/campaigns/%s/publish".formatted(id))
                .then()
                .statusCode(200);
        return new Live(id, String.valueOf(request.get("slug")));
    }

    /** A letter that waits for its writer; its id. */
    public String write(Live campaign, Held seat, String name, String email) {
        return write(campaign, seat, Map.of("name", name, "email", email));
    }

    public String write(Live campaign, Held seat, Map<String, Object> given) {
        var letter = new HashMap<String, Object>(Map.of(
                "postcode", seat.postcode(),
                "address", "1 High Street\nTestford",
                "subject", "Take them down",
                "body", "I walk past these cameras every morning, and I mind.",
                "consent", true));
        letter.putAll(given);
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(letter)
                .post("/v1/public/campaigns/%s/letters".formatted(campaign.slug()))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Confirms a letter with a link like the one that was mailed; the link's token. */
    public String confirm(String letter) {
        var token = link(letter);
        given().contentType("application/json")
                .body(Map.of("token", token))
                .post("/v1/public/confirmations")
                .then()
                .statusCode(200);
        return token;
    }

    /** The token of one more link to a letter. */
    public String link(String letter) {
        var token = Token.random();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into confirmation_link (token_hash, letter) values (?1, ?2)")
                        .setParameter(1, token.hash())
                        .setParameter(2, UUID.fromString(letter))
                        .executeUpdate());
        return token.value();
    }

    /** The rows of a query, in a transaction of its own. */
    public List<?> rows(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).getResultList());
    }

    public void change(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    /**
     * Has something done while a transaction is half-way: it begins after the first statement, and the second statement is run and
     * the transaction committed as soon as it has either been done or waits for a row.
     */
    public void halfWay(String first, Runnable other, String second) {
        QuarkusTransaction.requiringNew()
                .call(() -> {
                    database.createNativeQuery(first).executeUpdate();
                    var done = CompletableFuture.runAsync(other);
                    await().pollInSameThread().until(() -> done.isDone() || isWaitedFor());
                    database.createNativeQuery(second).executeUpdate();
                    return done;
                })
                .join();
    }

    private boolean isWaitedFor() {
        return (boolean) database.createNativeQuery(
                        "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .getSingleResult();
    }

    /** Returns once everything in the outbox has reached Kafka. */
    public void awaitOutbox() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rows("select position from outbox").isEmpty());
    }

    /** What the mail-service was asked for so far in which this text stands, as JSON. */
    public List<String> mailRequests(Broker broker, String text) {
        awaitOutbox();
        return Event.all(broker, Topics.MAIL_REQUESTS).stream()
                .map(event -> String.valueOf(event.data()))
                .filter(data -> data.contains(text))
                .toList();
    }
}
