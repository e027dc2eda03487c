package org.centrallobby.letter.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.letter.Token;
import org.centrallobby.letter.lookup.Constituency;
import org.centrallobby.letter.lookup.FakeMpLookup;
import org.centrallobby.letter.lookup.SeatFeed;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way of a letter on Welsh pages: their words, their mistakes, their mails. */
@ServiceTest
class WelshPagesTest {
    private static final String WELSH_LETTER =
            "Rwy’n byw yn eich etholaeth ac yn gofyn i chi weithredu ar y camerâu hyn. ".repeat(4);

    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Inject
    FakeMpLookup lookup;

    @Inject
    SeatFeed feed;

    private String slug = "";
    private Scene.Held seat = new Scene.Held(new Constituency("", "", null), 0, "", "");
    private final String email = UUID.randomUUID() + "@example.org";

    @BeforeEach
    void layOut() {
        var organisation = TestOrganisation.bilingual();
        var request = TestCampaign.request();
        request.put(
                "translations",
                Map.of(
                        "cy",
                        Map.of(
                                "title",
                                "Tynnwch y camerâu",
                                "introduction",
                                "Mae camerâu ym mhobman.",
                                "consentWording",
                                "Ysgrifennwch ataf am hyn.",
                                "template",
                                Map.of("subject", "Camerâu yn {constituency.name}", "body", WELSH_LETTER))));
        slug = String.valueOf(request.get("slug"));
        var id = TestCampaign.draft(organisation, request);
        organisation.asProgram().post("/v1/campaigns/" + id + "/publish").then().statusCode(200);
        var plain = scene.seat();
        var number = plain.member() + 500_000;
        seat = scene.seat(
                new Constituency("W07%d".formatted(number), "Seatford " + number, "Rhyd y Sedd " + number),
                number,
                "Ms Scene",
                "CF%d %dAB".formatted(number / 10 % 100, number % 10));
    }

    @AfterEach
    void repair() {
        lookup.down(false);
    }

    @Test
    void aLetterIsWrittenSentAndConfirmedInWelsh() {
        given().get("/c/" + slug)
                .then()
                .body(containsString("<html lang=\"en\">"))
                .body(containsString(
                        "<a href=\"/c/%s?lang=cy\" hreflang=\"cy\" lang=\"cy\">Cymraeg</a>".formatted(slug)));
        given().get("/c/" + slug + "?lang=cy")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"cy\">"))
                .body(containsString("Tynnwch y camerâu"))
                .body(containsString("Byddwch y cyntaf i ysgrifennu"))
                .body(containsString("Cod post eich cartref"))
                .body(containsString("action=\"/c/%s/write?lang=cy\"".formatted(slug)));
        step("write", Map.of("postcode", seat.postcode()))
                .statusCode(200)
                .body(containsString("Ysgrifennu at Ms Scene"))
                .body(containsString("Rhyd y Sedd"))
                .body(containsString("Camerâu yn Rhyd y Sedd"))
                .body(containsString("Rwy’n byw yn eich etholaeth"));
        step("check", letter(Map.of()))
                .statusCode(200)
                .body(containsString("Annwyl Ms Scene,"))
                .body(containsString("Yn gywir,"))
                .body(containsString("Ysgrifennwch ataf am hyn."));
        var sent = step("send", letter(Map.of())).statusCode(303).extract().header("Location");
        assertThat(sent).contains("lang=cy");
        given().get(sent).then().body(containsString("Nawr cadarnhewch eich llythyr"));

        assertThat(scene.mailRequests(broker, email))
                .singleElement()
                .asString()
                .contains("Cadarnhewch eich llythyr at Ms Scene", "Tynnwch y camerâu")
                .doesNotContain("Hello");
        var letter = letterId();
        var link = "/confirm/" + scene.link(letter);
        given().get(link)
                .then()
                .body(containsString("<html lang=\"cy\">"))
                .body(containsString("Cadarnhau fy llythyr"))
                .body(containsString("Rhyd y Sedd"));
        given().redirects().follow(false).post(link).then().statusCode(303);
        given().get(link).then().body(containsString("Diolch. Mae eich llythyr wedi’i gadarnhau"));
        assertThat(scene.mailRequests(broker, email))
                .anyMatch(mail -> mail.contains("Annwyl Ms Scene") && mail.contains("Cludwyd ef gan Central Lobby"));
        given().get(page(letter))
                .then()
                .body(containsString("Beth ddigwyddodd"))
                .body(containsString("Fe’i cadarnhaoch"));
    }

    @Test
    void whatIsWrongIsSaidInWelshAndNoEnglishIsLeft() {
        step("check", letter(Map.of("name", "", "email", "nobody", "address", "1\n2\n3\n4\n5\n6", "subject", "")))
                .statusCode(422)
                .body(containsString("Mae problem"))
                .body(containsString("Rhowch eich enw llawn."))
                .body(containsString("Rhowch gyfeiriad e-bost, er enghraifft"))
                .body(containsString("Ysgrifennwch y cyfeiriad mewn 5 llinell neu lai."))
                .body(containsString("Rhowch bwnc."))
                .body(not(containsString("Enter")));
        step("write", Map.of("postcode", "E1 9ZZ"))
                .statusCode(404)
                .body(containsString("Nid ydym yn adnabod y cod post hwn."))
                .body(containsString("Dim lwc gyda’ch cod post?"));
        step("write", Map.of("postcode", "")).statusCode(422).body(containsString("Rhowch eich cod post."));
        step("sent", Map.of("letter", UUID.randomUUID().toString(), "code", "123456"))
                .statusCode(404)
                .body(containsString("Nid ydym yn adnabod y llythyr hwn."));
        lookup.down(true);
        step("send", letter(Map.of()))
                .statusCode(503)
                .body(containsString("Mae eich llythyr wedi’i gadw ar y dudalen hon"))
                .body(containsString("Ni allwn ddod o hyd i ASau ar hyn o bryd."));
    }

    @Test
    void whereNobodySitsThatIsSaidInWelshWithAWayOn() {
        feed.vacate(seat.constituency());

        step("write", Map.of("postcode", seat.postcode()))
                .body(containsString("Nid oes AS ar hyn o bryd: Rhyd y Sedd"))
                .body(containsString("Rhoi cod post arall"))
                .body(containsString("Gofyn i eraill ysgrifennu"));
    }

    @Test
    void aPageOfNoCampaignSpeaksTheBrowsersLanguage() {
        given().header("Accept-Language", "cy-GB,cy;q=0.9,en;q=0.5")
                .get("/c/no-such-campaign")
                .then()
                .statusCode(404)
                .body(allOf(containsString("<html lang=\"cy\">"), containsString("Nid oes ymgyrch o’r fath")));
        given().header("Accept-Language", "fr")
                .get("/letter/unknown")
                .then()
                .statusCode(404)
                .body(containsString("We do not know this letter"));
    }

    @Test
    void aLanguageThatTheCampaignHasNoWordsInIsItsOwn() {
        given().get("/c/" + slug + "?lang=gd").then().statusCode(200).body(containsString("<html lang=\"en\">"));
        given().get("/c/" + slug + "?lang=%3Cscript%3E").then().body(not(containsString("script>")));
    }

    private Map<String, String> letter(Map<String, String> other) {
        var fields = new HashMap<>(Map.of(
                "postcode", seat.postcode(),
                "name", "Siân O'Brien",
                "email", email,
                "address", "3 Stryd y Bont\r\nCaerdydd",
                "subject", "Camerâu",
                "body", "Rwy’n gweld y camerâu hyn bob bore, ac mae ots gen i."));
        fields.putAll(other);
        return fields;
    }

    private String letterId() {
        return String.valueOf(scene.rows("select id from letter where email = '%s'".formatted(email))
                .getFirst());
    }

    /** The private page of a letter, with a token like the one that was mailed. */
    private String page(String letter) {
        var token = Token.random();
        scene.change("update letter set page_token = '%s' where id = '%s'".formatted(token.hash(), letter));
        return "/letter/" + token.value();
    }

    private ValidatableResponse step(String step, Map<String, String> form) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .redirects()
                .follow(false)
                .post("/c/%s/%s?lang=cy".formatted(slug, step))
                .then();
    }
}
