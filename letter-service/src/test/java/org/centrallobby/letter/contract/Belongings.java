package org.centrallobby.letter.contract;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.is;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.webhook.Receiver;
import org.centrallobby.testbed.api.ApiOperation;

/** An organisation and what it has for the parameters of the API's paths; each thing is made when a path asks for it. */
final class Belongings {
    /** Where the writers of the document's examples live. */
    static final Constituency CONSTITUENCY = new Constituency("E14001167", "Chingford and Woodford Green", null);

    static final String POSTCODE = "E4 7LA";
    static final String WRITER_EMAIL = "gwen.hughes@example.org";

    /**
     * By the path up to the parameter; by the whole operation where it needs something else for its first one, for instance
     * a campaign that is paused. Whoever adds a path adds what it speaks of.
     */
    private static final Map<String, Function<Belongings, String>> BY_PATH = Map.ofEntries(
            entry("/v1/campaigns/{id}", Belongings::liveCampaign),
            entry("PATCH /v1/campaigns/{id}", Belongings::draft),
            entry("GET /v1/campaigns/{id}/check", Belongings::incompleteDraft),
            entry("POST /v1/campaigns/{id}/publish", Belongings::draft),
            entry("POST /v1/campaigns/{id}/withdraw", Belongings::scheduledCampaign),
            entry("POST /v1/campaigns/{id}/resume", Belongings::pausedCampaign),
            entry("/v1/campaigns/{id}/invalidations/{invalidation}", Belongings::invalidation),
            entry("GET /v1/campaigns/{id}/invalidations/{invalidation}", Belongings::draft),
            entry("/v1/campaigns/{id}/recalls/{recall}", Belongings::recall),
            entry("GET /v1/campaigns/{id}/recalls/{recall}", Belongings::draft),
            entry("/v1/campaigns/{id}/lists/{name}", Belongings::list),
            entry("/v1/campaigns/{id}/facts/{name}", Belongings::fact),
            entry("/v1/letters/{id}", Belongings::letter),
            entry("POST /v1/letters/{id}/release", Belongings::heldLetter),
            entry("POST /v1/letters/{id}/recall", Belongings::heldLetter),
            entry("/v1/comments/{id}", Belongings::comment),
            entry("/v1/public/comments/{id}", Belongings::shownComment),
            entry("/v1/erasures/{id}", Belongings::erasure),
            entry("/v1/organisation/keys/{id}", Belongings::spareKey),
            entry("/v1/organisations/{id}", owner -> owner.organisation().id()),
            entry("/v1/supporters/erasures/{id}", Belongings::erasure),
            entry("/v1/webhooks/{id}", Belongings::webhook),
            entry("/v1/webhooks/{webhook}", Belongings::webhook),
            entry("/v1/webhooks/{webhook}/deliveries/{id}", Belongings::delivery),
            entry("/osdi/v1/advocacy_campaigns/{id}", Belongings::liveCampaign),
            entry("/osdi/v1/outreaches/{id}", Belongings::letter),
            entry("/osdi/v1/people/{id}", Belongings::letter),
            entry("/v1/public/campaigns/{slug}", Belongings::slug),
            entry("/v1/public/letters/{id}", Belongings::handedOverLetter),
            entry("/v1/public/shares/{code}", Belongings::shareCode));

    /** Where all webhooks send; it is there as long as the tests are. */
    private static final Receiver RECEIVER = new Receiver();

    private static final Pattern OPERATORS = Pattern.compile("/v1/(organisations|erasures|map)(/.*)?");

    static final List<String> SCOPES = List.of(
            "campaigns:read",
            "campaigns:write",
            "letters:read",
            "letters:content",
            "letters:write",
            "supporters:export",
            "supporters:write",
            "privacy",
            "moderation",
            "webhooks:write",
            "keys:write",
            "organisation:write");

    private final Scene scene;
    private final TestOrganisation organisation;
    private final String mark = UUID.randomUUID().toString();
    private final Map<String, String> made = new HashMap<>();

    Belongings(Scene scene) {
        this.scene = scene;
        this.organisation = TestOrganisation.named(name());
    }

    /** Whether it is for the operator of the platform, whom no organisation's key makes. */
    static boolean isTheOperators(ApiOperation operation) {
        return OPERATORS.matcher(operation.path()).matches();
    }

    /** The seat that the examples speak of, once for all that write to its member. */
    static Scene.Held seat(Scene scene) {
        return scene.seat(CONSTITUENCY, 152, "Sir Iain Duncan Smith", POSTCODE);
    }

    TestOrganisation organisation() {
        return organisation;
    }

    /** The path with this organisation's things in it. */
    String filled(ApiOperation operation) {
        var filled = operation.path();
        var first = true;
        for (var prefix : operation.parameters()) {
            var thing = first ? BY_PATH.getOrDefault(operation.name(), BY_PATH.get(prefix)) : BY_PATH.get(prefix);
            if (thing == null) {
                throw new AssertionError("Say in Belongings.BY_PATH what stands for the last parameter of " + prefix);
            }
            // Until here the parameters before it are filled in already.
            filled = filled.replaceFirst(
                    "\\{" + prefix.substring(prefix.lastIndexOf('{') + 1, prefix.length() - 1) + "}",
                    thing.apply(this));
            first = false;
        }
        return filled;
    }

    /** The path with this organisation's things in it, but for the last, which is another's. */
    String filledWithLastOf(Belongings other, ApiOperation operation) {
        var template = operation.path().split("/");
        var path = filled(operation).split("/");
        var last = template.length - 1;
        while (!template[last].startsWith("{")) {
            last--;
        }
        path[last] = other.filled(operation).split("/")[last];
        return String.join("/", path);
    }

    /** What no other organisation may read anywhere: ids, names, slugs. */
    Set<String> secrets() {
        var secrets = new HashSet<>(Set.of(organisation.id(), organisation.keyId(), mark));
        made.forEach((kind, thing) -> {
            if (!kind.equals("list") && !kind.equals("fact")) {
                secrets.add(thing);
            }
        });
        return secrets;
    }

    private String name() {
        return "Owner " + mark;
    }

    String liveCampaign() {
        return once("live", () -> {
            var id = draft();
            list(id);
            fact(id);
            return step(id, "publish");
        });
    }

    private String draft() {
        return once("draft", () -> campaign(Map.of()));
    }

    private String incompleteDraft() {
        return once(
                "incomplete",
                () -> campaign(Map.of(
                        "consentWording", "",
                        "template", Map.of("subject", "", "body", ""),
                        "proofOfWork", "always")));
    }

    private String scheduledCampaign() {
        return once(
                "scheduled",
                () -> step(
                        campaign(Map.of(
                                "opensAt",
                                OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toString())),
                        "publish"));
    }

    private String pausedCampaign() {
        return once("paused", () -> step(step(campaign(Map.of()), "publish"), "pause"));
    }

    private String campaign(Map<String, Object> more) {
        var request = new HashMap<>(TestCampaign.request());
        request.put("title", "Title " + mark);
        request.put("comments", true);
        request.putAll(more);
        return TestCampaign.draft(organisation, request);
    }

    private String step(String campaign, String step) {
        organisation
                .asProgram()
                .post("/v1/campaigns/%s/%s".formatted(campaign, step))
                .then()
                .statusCode(200);
        return campaign;
    }

    private String slug() {
        return once(
                "slug",
                () -> String.valueOf(scene.rows("select slug from campaign where id = '%s'".formatted(liveCampaign()))
                        .getFirst()));
    }

    private String list() {
        liveCampaign();
        return "allies";
    }

    private String fact() {
        liveCampaign();
        return "cameras";
    }

    private void list(String campaign) {
        upload("/v1/campaigns/%s/lists/allies".formatted(campaign), "constituency\nE14001167\n");
    }

    private void fact(String campaign) {
        upload(
                "/v1/campaigns/%s/facts/cameras".formatted(campaign),
                "constituency,value,source,date\nE14001167,14 cameras,Reply to a request,March 2026\n");
    }

    private void upload(String path, String csv) {
        TestOrganisation.with(organisation.key())
                .contentType("text/csv")
                .body(csv)
                .put(path)
                .then()
                .statusCode(200);
    }

    /** A confirmed one. */
    String letter() {
        return once("letter", () -> {
            var letter = unconfirmedLetter();
            scene.confirm(letter);
            return letter;
        });
    }

    String heldLetter() {
        return once("held", () -> {
            var letter = unconfirmedLetter();
            scene.change("update letter set needs_person = true where id = '%s'".formatted(letter));
            scene.confirm(letter);
            return letter;
        });
    }

    /** A letter of the examples' writer that waits for them. */
    String unconfirmedLetter() {
        return once(
                "unconfirmed", () -> written(Map.of("name", "Gwen Hughes", "email", WRITER_EMAIL, "via", "whatsapp")));
    }

    /** Of the person whom the examples ask about, by their e-mail address; it is confirmed. */
    String letterOfAnn() {
        return once("Ann's letter", () -> {
            var letter = written(Map.of("name", "Ann Writer", "email", "ann@constituent.example"));
            scene.confirm(letter);
            return letter;
        });
    }

    /** A letter that its writer sends from their own mailbox. */
    String handedOverLetter() {
        return once(
                "handed over",
                () -> written(Map.of("name", "Olwen Rees", "email", "olwen.rees@example.org", "way", "own-mailbox")));
    }

    /** The code of the personal link of a letter's writer. */
    private String shareCode() {
        return once(
                "share",
                () -> String.valueOf(
                        scene.rows("select code from personal_link where letter = '%s'".formatted(unconfirmedLetter()))
                                .getFirst()));
    }

    /** Written on the organisation's own page. */
    private String written(Map<String, Object> by) {
        var letter = new HashMap<String, Object>(Map.of(
                "postcode", POSTCODE,
                "address", "4 Hall Lane\nLondon",
                "subject", "Our libraries",
                "body", "I learned to read there, and my children do.",
                "consent", true));
        letter.putAll(by);
        return given().contentType("application/json")
                .header("Origin", "https://www.example.org")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(letter)
                .post("/v1/public/campaigns/%s/letters".formatted(slug()))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private String comment() {
        return once("comment", () -> {
            var letter = unconfirmedLetter();
            return given().contentType("application/json")
                    .body(Map.of("token", scene.confirm(letter), "text", "My children read there."))
                    .post("/v1/public/campaigns/%s/comments".formatted(slug()))
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
        });
    }

    /** A comment of the letter, on the wall. */
    String shownComment() {
        return once("shown comment", () -> {
            organisation
                    .asProgram()
                    .post("/v1/comments/%s/approve".formatted(comment()))
                    .then()
                    .statusCode(200);
            return comment();
        });
    }

    /** Of a draft, which has no letters that it could be about. */
    private String invalidation() {
        return once("invalidation", () -> post("/v1/campaigns/%s/invalidations".formatted(draft()), """
                {"emailDomain": "trash.example"}"""));
    }

    private String recall() {
        return once("recall", () -> post("/v1/campaigns/%s/recalls".formatted(draft()), ""));
    }

    /** Of somebody who has written nothing. */
    private String erasure() {
        return once("erasure", () -> post("/v1/supporters/erase", """
                {"email": "nobody@constituent.example"}"""));
    }

    /** It hears of nothing but tests: what is sent to it is sent when it is asked for. */
    private String webhook() {
        return once("webhook", () -> post("/v1/webhooks", """
                {"url": "%s", "events": ["webhook.test"]}""".formatted(RECEIVER.url("/" + mark))));
    }

    /** One that has arrived. */
    private String delivery() {
        return once("delivery", () -> {
            var id = post("/v1/webhooks/%s/test".formatted(webhook()), "");
            await().until(() -> organisation
                    .asProgram()
                    .get("/v1/webhooks/%s/deliveries/%s".formatted(webhook(), id))
                    .path("state")
                    .equals("delivered"));
            return id;
        });
    }

    /** The id of what is made. */
    private String post(String path, String body) {
        return organisation
                .asProgram()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then()
                .statusCode(either(is(201)).or(is(202)))
                .extract()
                .path("id");
    }

    void reportShownComment() {
        given().contentType("application/json")
                .body(Map.of("reason", "abusive"))
                .post("/v1/public/comments/%s/report".formatted(shownComment()))
                .then()
                .statusCode(204);
    }

    void registerExportKey() {
        organisation
                .asProgram()
                .body("""
                        {"publicKey": "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"}""")
                .put("/v1/organisation/export-key")
                .then()
                .statusCode(200);
    }

    private String spareKey() {
        return once("key", () -> key("live", List.of("privacy")).id());
    }

    /** The secret of a key for tests that may do everything. */
    String testKey() {
        return once("test key", () -> key("test", SCOPES).secret());
    }

    /** @param secret what a program presents */
    record Key(String id, String secret) {}

    Key key(String mode, List<String> scopes) {
        var key = organisation
                .asProgram()
                .body(Map.of("label", "For " + UUID.randomUUID(), "mode", mode, "scopes", scopes))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Key(key.getString("id"), key.getString("secret"));
    }

    private String once(String kind, java.util.function.Supplier<String> making) {
        var thing = made.get(kind);
        if (thing == null) {
            thing = making.get();
            made.put(kind, thing);
        }
        return thing;
    }
}
