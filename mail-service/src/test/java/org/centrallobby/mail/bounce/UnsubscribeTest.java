package org.centrallobby.mail.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.mail.identity.Purpose;
import org.centrallobby.mail.identity.ReturnAddresses;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.Test;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class UnsubscribeTest {
    @Testbed.Inject
    Broker broker;

    @Inject
    ReturnAddresses addresses;

    @Test
    void aButtonOrAMailProgramUnsubscribesAndAPeekDoesNot() {
        var mail = Scene.sent(broker, "copy");
        var link = "/unsubscribe/" + addresses.token(Purpose.UNSUBSCRIBE, mail);

        var page = given().redirects().follow(false).get(link);
        page.then().statusCode(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=utf-8");
        assertThat(page.asString()).contains("<form method=\"post\">", "Dad-danysgrifio", "One-Click");
        assertThat(page.getHeader("Set-Cookie")).isNull();
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        Scene.suppressions(Requests.recipient(mail)).then().body("suppressions", hasSize(0));

        for (var again = 0; again < 2; again++) {
            var answer = given().redirects()
                    .follow(false)
                    .formParam("List-Unsubscribe", "One-Click")
                    .post(link);
            answer.then().statusCode(200);
            assertThat(answer.getHeader("Set-Cookie")).isNull();
        }
        Scene.suppressions(Requests.recipient(mail))
                .then()
                .body("suppressions", hasSize(1))
                .body("suppressions[0].reason", equalTo("unsubscribed"))
                .body("suppressions[0].covers", equalTo("updates"))
                .body("suppressions[0].evidence", equalTo(mail.toString()));
    }

    @Test
    void theBrowserIsToldOfThePagesOwnStyleAndOfNoOther() throws Exception {
        var page = given().get("/unsubscribe/x");
        var style = page.asString().replaceFirst("(?s).*<style>(.*)</style>.*", "$1");
        var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("style-src 'sha256-%s';".formatted(Base64.getEncoder().encodeToString(hash)));
    }

    @Test
    void aMailProgramThatSendsAnotherFormOrNoneIsUnderstood() {
        var mail = Scene.sent(broker, "copy");
        var link = "/unsubscribe/" + addresses.token(Purpose.UNSUBSCRIBE, mail);

        given().multiPart("List-Unsubscribe", "One-Click").post(link).then().statusCode(200);
        given().post(link).then().statusCode(200);

        Scene.suppressions(Requests.recipient(mail)).then().body("suppressions", hasSize(1));
    }

    @Test
    void aTokenThatIsForgedOrForSomethingElseOpensNothing() {
        var mail = Scene.sent(broker, "copy");
        var bounce = addresses.token(Purpose.BOUNCE, mail);
        for (var token : new String[] {
            bounce, 'u' + bounce.substring(1), addresses.token(Purpose.UNSUBSCRIBE, UUID.randomUUID()), "x"
        }) {
            given().get("/unsubscribe/" + token).then().statusCode(404);
            given().post("/unsubscribe/" + token).then().statusCode(404);
        }
        Scene.suppressions(Requests.recipient(mail)).then().body("suppressions", hasSize(0));
    }
}
