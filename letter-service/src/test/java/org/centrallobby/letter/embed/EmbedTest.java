package org.centrallobby.letter.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.TestCampaign;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class EmbedTest {
    private static final String PLATFORM = "https://letters.example.org";
    private static final String PAGE = "https://page.example";
    private static final String PLAIN_PAGE = "http://old.example";

    private TestOrganisation organisation;
    private String slug;

    @BeforeEach
    void aLiveCampaign() {
        organisation = TestOrganisation.create("charity", PAGE, PLAIN_PAGE);
        slug = TestCampaign.live(organisation);
    }

    @Test
    void everyKindOfPageFindsWhatItMayPaste() throws Exception {
        var request = TestCampaign.request();
        request.put("slug", "draft-" + slug);
        var id = TestCampaign.draft(organisation, request);
        var link = PLATFORM + "/c/draft-" + slug;
        var fallback = "<a href=\"%s\">Take the &quot;cameras&quot; down &amp; out</a></mp-letter>".formatted(link);

        var embed = organisation
                .asProgram()
                .get("/v1/campaigns/" + id + "/embed")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(embed.getString("html")).isEqualTo("""
                <script type="module" src="https://letters.example.org/widget/v1/mp-letter.js"></script>
                <mp-letter campaign="draft-%s" lang="en">%s""".formatted(slug, fallback));
        assertThat(embed.getString("iframe")).isEqualTo("""
                <script type="module" src="https://letters.example.org/widget/v1/mp-letter-frame.js"></script>
                <iframe src="https://letters.example.org/embed/draft-%s?lang=en" title="Take the &quot;cameras&quot; down &amp; out" \
                width="100%%" height="640" frameborder="0" allow="clipboard-write; web-share"></iframe>""".formatted(slug));
        assertThat(embed.getString("wordpress"))
                .isEqualTo("[central_lobby campaign=\"draft-%s\" lang=\"en\"]".formatted(slug));
        assertThat(embed.getString("link")).isEqualTo(link);
        assertThat(embed.getString("qr"))
                .isEqualTo(PLATFORM + "/v1/public/campaigns/draft-%s/qr.svg?via=qr".formatted(slug));
        assertThat(embed.getString("script")).isEqualTo(PLATFORM + "/widget/v1/mp-letter.js");
        var script = given().get("/widget/v1/mp-letter.js").asByteArray();
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-384").digest(script));
        assertThat(embed.getString("selfHosted.html")).isEqualTo("""
                <script type="module" src="/mp-letter/mp-letter.js" integrity="sha384-%s"></script>
                <mp-letter campaign="draft-%s" lang="en" api="https://letters.example.org">%s""".formatted(digest, slug, fallback));
        for (var file : embed.<String>getList("selfHosted.files")) {
            given().get(file.substring(PLATFORM.length())).then().statusCode(200);
        }
    }

    @Test
    void onlyTheOrganisationsPagesMayFrameACampaign() {
        given().get("/embed/" + slug)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                startsWith("default-src 'none'; script-src 'self'; connect-src 'self';"),
                                containsString(
                                        "frame-ancestors 'self' https://letters.example.org https://page.example http://old.example"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "public, max-age=60")
                .header("Set-Cookie", (String) null)
                .body(containsString(
                        "data-embedders=\"https://letters.example.org https://page.example http://old.example\""))
                .body(containsString("<mp-letter campaign=\"%s\" lang=\"en\" theme=\"light\">".formatted(slug)))
                .body(containsString("<a href=\"%s/c/%s\" target=\"_blank\"".formatted(PLATFORM, slug)))
                .body(containsString("Write to your MP: Take the &quot;cameras&quot; down &amp; out</a>"));
    }

    @Test
    void aFrameSpeaksAndLooksAsItsAddressSays() {
        given().get("/embed/%s?lang=cy&theme=dark&from=abc_DEF-1&via=newsletter".formatted(slug))
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"cy\""))
                .body(containsString(">Ysgrifennwch at eich AS: Take the"))
                .body(containsString("lang=\"cy\" theme=\"dark\">"))
                .body(containsString("/c/%s?from=abc_DEF-1&amp;via=newsletter\"".formatted(slug)));
    }

    @Test
    void whatIsWrongInAFramesAddressIsPassedOver() {
        given().get("/embed/%s?lang=%%22x&theme=%%3Cb&from=%%22&via=A%%20B".formatted(slug))
                .then()
                .statusCode(200)
                .body(containsString("lang=\"en\" theme=\"light\">"))
                .body(containsString("/c/%s\"".formatted(slug)));
    }

    @Test
    void aFrameOfNoCampaignSaysSoWhereverItStands() {
        given().get("/embed/no-such-campaign")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header(
                        "Content-Security-Policy",
                        allOf(startsWith("default-src 'none'"), not(containsString("ancestors"))))
                .body(containsString("There is no such campaign"));
    }

    @Test
    void theFramesOwnScriptsAreServedToEverybody() {
        for (var file : List.of("frame.js", "frame.css", "mp-letter-frame.js")) {
            given().get("/widget/v1/" + file)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", equalTo("*"))
                    .header("Cache-Control", equalTo("public, max-age=300, stale-while-revalidate=86400"));
        }
    }

    @Test
    void theWidgetInAFrameAsksFromThePlatformsOwnOrigin() {
        given().header("Origin", PLATFORM)
                .get("/v1/public/campaigns/" + slug)
                .then()
                .statusCode(200);
        given().header("Origin", PLAIN_PAGE)
                .get("/v1/public/campaigns/" + slug)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", PLAIN_PAGE);
    }

    @Test
    void aCameraReadsTheLinkOfTheCampaign() {
        var svg = given().get("/v1/public/campaigns/%s/qr.svg".formatted(slug))
                .then()
                .statusCode(200)
                .contentType("image/svg+xml;charset=UTF-8")
                .header("Cache-Control", containsString("max-age=3600"))
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Content-Security-Policy", "default-src 'none'")
                .extract()
                .asString();

        assertThat(ReadQrCode.of(svg).text()).isEqualTo(PLATFORM + "/c/" + slug);
        assertThat(svg)
                .contains(
                        "<title>QR code of the link: Take the \"cameras\" down &amp; out, https://letters.example.org/c/");
    }

    @Test
    void aCameraReadsAPersonalLink() {
        var svg = given().get("/v1/public/campaigns/%s/qr.svg?from=Zk3_9-aQ&via=poster".formatted(slug))
                .asString();

        assertThat(ReadQrCode.of(svg).text()).isEqualTo(PLATFORM + "/c/%s?from=Zk3_9-aQ&via=poster".formatted(slug));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=short", "from=a%20b%20c%20d", "via=Poster", "via=%3Cscript%3E"})
    void aQrCodeOfSomethingElseIsNotMade(String query) {
        given().urlEncodingEnabled(false)
                .get("/v1/public/campaigns/%s/qr.svg?%s".formatted(slug, query))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aCampaignThatIsNotPublishedHasNoQrCode() {
        given().get("/v1/public/campaigns/no-such-campaign/qr.svg").then().statusCode(404);
    }
}
