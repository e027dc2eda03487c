package org.centrallobby.mail.queue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.address.Correspondent;
import org.centrallobby.mail.address.EmailAddress;
import org.centrallobby.mail.report.MailKind;
import org.centrallobby.testbed.Mailbox;
import org.centrallobby.testbed.Mailbox.Refusal;
import org.centrallobby.testbed.Mailbox.Stage;
import org.centrallobby.testbed.Testbed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose mails leave when, seen from where they arrive. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PacingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Testbed.Inject
    Mailbox mailbox;

    @Inject
    Queue queue;

    @Inject
    EntityManager database;

    private final Campaign large = new Campaign();
    private final Campaign small = new Campaign();

    private record Campaign(UUID organisation, UUID id) {
        Campaign() {
            this(Requests.id(), Requests.id());
        }
    }

    @AfterEach
    void everythingIsLetGo() {
        operator().post("/v1/queue/resume").then().statusCode(200);
        mailbox.delayAcceptance(0);
        mailbox.refuse(null);
    }

    @Test
    void aHotMailboxKeepsToItsCeilingAndHoldsUpNobody() {
        var hot = "minister-%s@hot.example".formatted(Requests.id());
        ceiling("mailbox", hot, 12).statusCode(204);
        var letters =
                IntStream.range(0, 300).mapToObj(number -> letter(large, hot)).toList();
        var others = IntStream.range(0, 100)
                .mapToObj(number -> letter(large, "other-%d-%s@cool.example".formatted(number, Requests.id())))
                .toList();

        queue.accept(letters);
        queue.accept(others);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived(others)).isEqualTo(100));
        // A sixth at once, the second of them a little later at random; the rest one every six minutes.
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(arrived(letters)).isBetween(1, 2));
        operator()
                .get("/v1/queue/depths?by=campaign")
                .then()
                .statusCode(200)
                .body("find { it.key == '%s' }.waiting".formatted(large.id()), greaterThan(297));

        ceiling("mailbox", hot, null).statusCode(204);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(arrived(letters)).isEqualTo(300));
    }

    @Test
    void aDestinationAndARelayKeepToTheirCeilings() {
        var domain = "d%s.example".formatted(Requests.id());
        ceiling("destination", domain, 720).statusCode(204);
        var mails = IntStream.range(0, 50)
                .mapToObj(number -> letter(small, "member-%d@%s".formatted(number, domain)))
                .toList();

        queue.accept(mails);

        // Two at once, then one every five seconds.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived(mails)).isBetween(1, 2));
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(arrived(mails)).isLessThanOrEqualTo(3));
        operator().get("/v1/ceilings?limit=1000").then().statusCode(200).body("key", hasItem(domain));
        ceiling("destination", domain, null).statusCode(204);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived(mails)).isEqualTo(50));

        ceiling("relay", "default", 720).statusCode(204);
        try {
            var later = IntStream.range(0, 30)
                    .mapToObj(number -> letter(small, "later-%d@%s".formatted(number, domain)))
                    .toList();
            queue.accept(later);
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(arrived(later)).isLessThanOrEqualTo(4);
        } finally {
            ceiling("relay", "default", null).statusCode(204);
        }
    }

    @Test
    void aSmallOrganisationIsNotBehindALargeOneNorASmallCampaignBehindItsSisters() {
        var sister = new Campaign(large.organisation(), Requests.id());
        operator().post("/v1/queue/pause").then().statusCode(200);
        queue.accept(mails(large, 400));
        queue.accept(mails(sister, 40));
        queue.accept(mails(small, 40));
        mailbox.delayAcceptance(3);
        var before = mailbox.mails().size();

        operator().post("/v1/queue/resume").then().statusCode(200);

        await().atMost(PATIENCE).until(() -> mailbox.mails().size() >= before + 480);
        var order = campaignsInOrder(before);
        // While all three have something, one organisation gets half, and of the other half each campaign a half.
        assertThat(order.subList(0, 80)).filteredOn(small.id()::equals).hasSizeBetween(30, 40);
        assertThat(order.subList(0, 160)).filteredOn(sister.id()::equals).hasSizeBetween(30, 40);
    }

    @Test
    void whoWaitsForAConfirmationDoesNotWaitForLetters() {
        operator().post("/v1/queue/pause").then().statusCode(200);
        queue.accept(mails(large, 300));
        var confirmations = IntStream.range(0, 10)
                .mapToObj(number ->
                        mail(large, MailKind.CONFIRMATION, "supporter-%s@home.example".formatted(Requests.id())))
                .toList();
        queue.accept(confirmations);
        mailbox.delayAcceptance(3);
        var before = mailbox.mails().size();

        operator().post("/v1/queue/resume").then().statusCode(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(arrived(confirmations)).isEqualTo(10));
        var order = mailbox.mails().subList(before, mailbox.mails().size());
        var last = IntStream.range(0, order.size())
                .filter(place -> order.get(place).recipient().startsWith("supporter-"))
                .max()
                .orElseThrow();
        assertThat(last).as("place of the last confirmation").isLessThan(60);
        await().atMost(PATIENCE).until(() -> mailbox.mails().size() >= before + 310);
    }

    @ParameterizedTest
    @CsvSource({"campaign", "organisation", "destination"})
    void whatIsPausedWaitsAndTheRestLeaves(String scope) {
        var domain = "p%s.example".formatted(Requests.id());
        var key = switch (scope) {
            case "campaign" -> large.id().toString();
            case "organisation" -> large.organisation().toString();
            default -> domain;
        };
        var lever = Map.of("scope", scope, "key", key);
        json().body(lever)
                .post("/v1/queue/pause")
                .then()
                .statusCode(200)
                .body("pauses.key", hasItem(key))
                .body("paused", equalTo(false));
        var held = List.of(letter(large, "somebody@" + domain));
        var others = mails(small, 5);
        queue.accept(held);
        queue.accept(others);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived(others)).isEqualTo(5));
        assertThat(arrived(held)).isZero();
        assertThat(json().body(lever)
                        .post("/v1/queue/retry")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("mails"))
                .isZero();
        json().body(lever).post("/v1/queue/resume").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived(held)).isEqualTo(1));
    }

    @Test
    void theOperatorHasAMailOfferedAtOnceOrTakesItOutOfTheQueue() {
        mailbox.refuse(new Refusal(Stage.RECIPIENT, 450, "4.2.1 The mailbox is closed for the moment"));
        var two = mails(small, 2);
        queue.accept(two);
        two.forEach(mail -> await().atMost(PATIENCE)
                .untilAsserted(() -> operator()
                        .get("/v1/mails/" + mail.id())
                        .then()
                        .body("state", equalTo("deferred"))
                        .body("history[0].relay", equalTo("default"))));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update mail set next_at = now() + interval '1 hour' where id in (:ids)")
                        .setParameter("ids", two.stream().map(NewMail::id).toList())
                        .executeUpdate());

        await().atMost(PATIENCE)
                .until(() -> operator()
                                .post("/v1/mails/%s/cancel"
                                        .formatted(two.getFirst().id()))
                                .statusCode()
                        == 200);
        mailbox.refuse(null);
        operator()
                .post("/v1/mails/%s/retry".formatted(two.getLast().id()))
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived(two)).isEqualTo(1));
        operator().get("/v1/mails/" + two.getFirst().id()).then().body("state", equalTo("cancelled"));
        for (var lever : List.of("retry", "cancel")) {
            operator()
                    .post("/v1/mails/%s/%s".formatted(two.getFirst().id(), lever))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("https://centrallobby.org/problems/illegal-step"));
            operator()
                    .post("/v1/mails/%s/%s".formatted(UUID.randomUUID(), lever))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void theOperatorTakesAWholeCampaignOutOfTheQueue() {
        var lever = Map.of("scope", "campaign", "key", large.id().toString());
        json().body(lever).post("/v1/queue/pause").then().statusCode(200);
        var unwanted = mails(large, 7);
        var others = mails(small, 3);
        queue.accept(unwanted);
        queue.accept(others);
        var inDoubt = unwanted.getLast().id();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update mail set state = 'uncertain', perhaps_sent = true where id = :id")
                        .setParameter("id", inDoubt)
                        .executeUpdate());

        json().body(lever).post("/v1/queue/cancel").then().statusCode(200).body("mails", equalTo(7));

        json().body(lever).post("/v1/queue/resume").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(arrived(others)).isEqualTo(3));
        assertThat(arrived(unwanted)).isZero();
        operator()
                .get("/v1/mails/" + unwanted.getFirst().id())
                .then()
                .body("state", equalTo("cancelled"))
                .body("reply.text", not(containsString("it may have arrived")));
        operator().get("/v1/mails/" + inDoubt).then().body("reply.text", containsString("it may have arrived"));
    }

    @Test
    void whoeverIsNotWrittenToAnyMoreGetsNothingOfWhatWaits() {
        var gone = "gone-%s@closed.example".formatted(Requests.id());
        ceiling("mailbox", gone, 1).statusCode(204);
        var letters =
                IntStream.range(0, 30).mapToObj(number -> letter(large, gone)).toList();
        var lever = Map.of("scope", "campaign", "key", large.id().toString());
        json().body(lever).post("/v1/queue/pause").then().statusCode(200);
        queue.accept(letters);

        json().body(Map.of("address", gone, "reason", "requested"))
                .post("/v1/suppressions")
                .then()
                .statusCode(201);
        json().body(lever).post("/v1/queue/resume").then().statusCode(200);

        letters.forEach(mail -> await().atMost(PATIENCE)
                .untilAsserted(
                        () -> operator().get("/v1/mails/" + mail.id()).then().body("state", equalTo("suppressed"))));
        assertThat(arrived(letters)).isZero();
        var late = letter(large, gone);
        queue.accept(List.of(late));
        operator().get("/v1/mails/" + late.id()).then().body("state", equalTo("suppressed"));
    }

    @Test
    void whatNoLeverCanMoveIsAClearProblem() {
        for (var body : List.of("{", "[]", "\"everything\"")) {
            json().body(body).post("/v1/queue/pause").then().statusCode(400);
        }
        json().body(Map.of("scope", "planet"))
                .post("/v1/queue/pause")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/scope"));
        json().body(Map.of("scope", "campaign", "key", "seven"))
                .post("/v1/queue/pause")
                .then()
                .statusCode(422);
        json().body(Map.of("scope", "everything", "key", "x"))
                .post("/v1/queue/pause")
                .then()
                .statusCode(422);
        json().body(Map.of("scope", "destination", "key", "not a domain"))
                .post("/v1/queue/pause")
                .then()
                .statusCode(422);
        operator().get("/v1/queue/depths?by=colour").then().statusCode(422);
        operator().get("/v1/mails?state=sent").then().statusCode(422);
        operator().get("/v1/mails?state=held&limit=1").then().statusCode(200);
        ceiling("planet", "earth", 1).statusCode(422);
        ceiling("mailbox", "not an address", 1).statusCode(422);
        ceiling("destination", "parliament.example", 0).statusCode(422);
        operator().get("/v1/queue").then().body("paused", equalTo(false));
    }

    private ValidatableResponse ceiling(String scope, String of, @Nullable Integer hourly) {
        var change = new HashMap<String, @Nullable Object>(Map.of("scope", scope, "of", of));
        change.put("hourly", hourly);
        return json().body(change).put("/v1/ceilings").then();
    }

    private List<UUID> campaignsInOrder(int from) {
        var campaigns = new ArrayList<UUID>();
        for (var mail : mailbox.mails().subList(from, mailbox.mails().size())) {
            var recipient = mail.recipient();
            campaigns.add(UUID.fromString(recipient.substring(0, 36)));
        }
        return campaigns;
    }

    private int arrived(List<NewMail> mails) {
        return mails.stream()
                .map(mail -> mail.to().address().wire())
                .distinct()
                .mapToInt(address -> mailbox.mailsTo(address).size())
                .sum();
    }

    /** Letters to as many mailboxes; their addresses begin with the campaign. */
    private List<NewMail> mails(Campaign campaign, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> letter(campaign, "%s.%d@fair.example".formatted(campaign.id(), number)))
                .toList();
    }

    private static NewMail letter(Campaign campaign, String to) {
        return mail(campaign, MailKind.LETTER, to);
    }

    private static NewMail mail(Campaign campaign, MailKind kind, String to) {
        var now = InstantSource.system().instant();
        return new NewMail(
                Requests.id(),
                kind,
                campaign.organisation(),
                campaign.id(),
                "procurement-bill",
                "Take surveillance cameras out of public buildings",
                "Siân O'Brien",
                null,
                new Correspondent("Siân O'Brien", EmailAddress.parse("sian@example.org")),
                new Correspondent(null, EmailAddress.parse(to)),
                "The Procurement Bill",
                "Dear Sir Iain,\n\nplease.\n",
                false,
                now,
                now.plus(Duration.ofDays(1)),
                null);
    }

    private static RequestSpecification json() {
        return operator().contentType(ContentType.JSON);
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer test-operator-key");
    }
}
