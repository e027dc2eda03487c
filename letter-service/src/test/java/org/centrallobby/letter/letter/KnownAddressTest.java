package org.centrallobby.letter.letter;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.limit.Rush;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody learns from the public surface whether somebody has written: every operation that takes an e-mail address answers a
 * known one as it answers one it has never seen, does about as much for it, and asks for as many mails.
 */
@ServiceTest
class KnownAddressTest {
    /** What differs from one answer to the next, whoever asks. */
    private static final Set<String> PASSING = Set.of("date", "ratelimit", "retry-after");

    private static final String UUIDS = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Inject
    Rush rush;

    private Scene.Live campaign;
    private Scene.Held seat;

    @BeforeEach
    void aLiveCampaign() {
        campaign = Scene.live(TestOrganisation.create().key());
        seat = scene.seat();
    }

    @Test
    void theApiTellsNobodyWhoHasWritten() {
        for (var known : knownAddresses()) {
            for (var operation : List.of("preview", "letters")) {
                isTheSame(
                        known,
                        email -> given().contentType("application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .body(letter(email)),
                        path("/v1/public/campaigns/%s/" + operation));
            }
        }
    }

    /** What somebody does with a letter that was handed to them tells them no more, now or when the seven days are over. */
    @Test
    void aLetterOfOnesOwnMailboxTellsNobodyWhoHasWritten() {
        for (var known : Stream.concat(knownAddresses().stream(), Stream.of(sentByWriter()))
                .toList()) {
            isTheSame(
                    known,
                    email -> given().contentType("application/json").body(handedOver(email)),
                    path("/v1/public/campaigns/%s/letters"));
        }
        var received = Stream.of(confirmed(), sentByWriter(), address())
                .map(email -> given().contentType("application/json")
                        .body(handedOver(email))
                        .post(path("/v1/public/campaigns/%s/letters")))
                .toList();

        assertThat(received.stream().map(KnownAddressTest::said).distinct()).hasSize(1);
        assertThat(received.stream().map(KnownAddressTest::shared).distinct()).hasSize(1);
        received.forEach(
                receipt -> scene.change("update handover set expires_at = now() - interval '1 day' where letter = '%s'"
                        .formatted(receipt.<String>path("id"))));
        assertThat(received.stream().map(KnownAddressTest::said).distinct()).hasSize(1);
    }

    private static Seen said(Response receipt) {
        return Seen.of(given().contentType("application/json")
                .body(Map.of("token", receipt.<String>path("ownMailbox.token")))
                .post("/v1/public/letters/%s/sent".formatted(receipt.<String>path("id"))));
    }

    private static Seen shared(Response receipt) {
        var url = receipt.<String>path("share.url");
        return Seen.of(given().get("/v1/public/shares/" + url.substring(url.indexOf("from=") + 5)));
    }

    private String sentByWriter() {
        var email = address();
        said(given().contentType("application/json")
                .body(handedOver(email))
                .post(path("/v1/public/campaigns/%s/letters")));
        return email;
    }

    private Map<String, Object> handedOver(String email) {
        var letter = letter(email);
        letter.put("way", "own-mailbox");
        return letter;
    }

    @Test
    void thePagesTellNobodyWhoHasWritten() {
        for (var known : knownAddresses()) {
            for (var step : List.of("write", "check", "send")) {
                isTheSame(
                        known,
                        email -> given().redirects().follow(false).formParams(letter(email)),
                        path("/c/%s/" + step));
            }
        }
    }

    /** Whoever hands a text in under somebody's address and then looks for it learns nothing from whether it is found. */
    @Test
    void whatIsHandedInForAnAddressIsFoundByNoOneBeforeItIsConfirmed() {
        for (var email :
                Stream.concat(knownAddresses().stream(), Stream.of(address())).toList()) {
            var text = "Nobody but me has ever put it like this: " + UUID.randomUUID() + " cameras are too many.";
            var request = letter(email);
            request.put("body", text);
            given().contentType("application/json")
                    .body(request)
                    .post(path("/v1/public/campaigns/%s/letters"))
                    .then()
                    .statusCode(202);

            request.put("email", address());
            given().contentType("application/json")
                    .body(request)
                    .post(path("/v1/public/campaigns/%s/preview"))
                    .then()
                    .statusCode(200)
                    .body("similarity.nearest", equalTo(0.0f));
        }
    }

    @Test
    void aCodeForAKnownAddressIsWrongLikeAnyOther() {
        var codes = new ArrayList<Seen>();
        for (var email : List.of(confirmed(), address())) {
            var letter = write(email);
            codes.add(Seen.of(given().contentType("application/json")
                    .body(Map.of("letter", letter, "code", "000000"))
                    .post("/v1/public/confirmations")));
        }

        assertThat(codes.getFirst()).isEqualTo(codes.getLast());
        assertThat(codes.getFirst().status()).isEqualTo(422);
    }

    @Test
    void theLimitsLookAtPlacesAndNotAtPeople() {
        var known = confirmed();
        for (Consumer<String> rushed : List.<Consumer<String>>of(rush::free, rush::most)) {
            var place = Rush.address();
            rushed.accept(place);

            isTheSame(
                    known,
                    email -> Rush.from(place)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(letter(email)),
                    path("/v1/public/campaigns/%s/letters"));
        }
    }

    @Test
    void aMailboxGetsAsManyMailsWhetherItIsKnownOrNot() {
        var known = confirmed();
        var stranger = address();
        var before = scene.mailRequests(broker, known).size();

        write(known);
        write(stranger);

        assertThat(scene.mailRequests(broker, known)).hasSize(before + 1);
        assertThat(scene.mailRequests(broker, stranger)).hasSize(1);
    }

    /** One of everybody who is known: has confirmed, has not yet, has had as many mails as one mailbox gets in a day. */
    private List<String> knownAddresses() {
        var waiting = address();
        write(waiting);
        var full = address();
        for (var mail = 0; mail < 4; mail++) {
            write(full);
        }
        return List.of(confirmed(), waiting, full);
    }

    private String confirmed() {
        var email = address();
        scene.confirm(write(email));
        return email;
    }

    private String write(String email) {
        return scene.write(campaign, seat, "Ann Writer", email);
    }

    private void isTheSame(String known, Function<String, RequestSpecification> request, String path) {
        var knownTally = UUID.randomUUID().toString();
        var strangeTally = UUID.randomUUID().toString();
        var stranger = address();

        var answer = Seen.of(uncompressed(request.apply(known))
                .header(StatementTally.HEADER, knownTally)
                .post(path));
        var strange = Seen.of(uncompressed(request.apply(stranger))
                .header(StatementTally.HEADER, strangeTally)
                .post(path));

        assertThat(answer.without(known)).as(path).isEqualTo(strange.without(stranger));
        assertThat(StatementTally.of(strangeTally)).as("statements for " + path).isPositive();
        assertThat(StatementTally.of(knownTally))
                .as("statements for " + path)
                .isBetween(StatementTally.of(strangeTally) / 3, StatementTally.of(strangeTally) * 3);
    }

    /** How small an answer becomes depends on the random ids in it. */
    private static RequestSpecification uncompressed(RequestSpecification request) {
        return request.config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()));
    }

    private Map<String, Object> letter(String email) {
        return new HashMap<>(Map.of(
                "postcode", seat.postcode(),
                "name", "Ann Writer",
                "email", email,
                "address", "1 High Street\nTestford",
                "subject", "Take them down",
                "body", "I walk past these cameras every morning, and I mind."));
    }

    private String path(String pattern) {
        return pattern.formatted(campaign.slug());
    }

    /** All of one length, as that would show in the answers'. */
    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    /** An answer as its reader sees it, with what is random in it taken out. */
    private record Seen(int status, Map<String, String> headers, String body) {
        static Seen of(Response answer) {
            return new Seen(
                    answer.statusCode(),
                    answer.headers().asList().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getName().toLowerCase(Locale.ROOT),
                                    Seen::lasting,
                                    (one, other) -> one + "," + other,
                                    TreeMap::new)),
                    answer.body()
                            .asString()
                            .replaceAll("\"(challenge|salt|signature)\":\"[^\"]*\"", "\"$1\":\"…\"")
                            .replaceAll("\"(token|copyTo)\":\"[^\"]*\"", "\"$1\":\"…\"")
                            .replaceAll("from=[a-z0-9]{13}", "from=…")
                            .replaceAll("\"percent\":[0-9]+", "\"percent\":…"));
        }

        Seen without(String email) {
            var address = email.replace("@", "(?:@|&#64;|%40)");
            return new Seen(status, headers, body.replaceAll(address, "…").replaceAll(UUIDS, "…"));
        }

        private static String lasting(Header header) {
            var name = header.getName().toLowerCase(Locale.ROOT);
            return PASSING.contains(name)
                    ? ""
                    : header.getValue().replaceAll(UUIDS, "…").replaceAll("share=[a-z0-9]{13}", "share=…");
        }
    }
}
