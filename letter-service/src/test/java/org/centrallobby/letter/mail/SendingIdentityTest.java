package org.centrallobby.letter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.Test;

@ServiceTest
class SendingIdentityTest {
    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Test
    void mailsComeInTheNameAndFromTheDomainThatTheOrganisationChose() {
        var organisation = TestOrganisation.create();
        change(organisation, Map.of("name", "Clear Sight", "domain", "mail.clearsight.example"));
        var seat = scene.seat();
        var writer = "writer-%s@example.org".formatted(UUID.randomUUID());

        scene.confirm(scene.write(Scene.live(organisation.key()), seat, "Win Writer", writer));

        assertThat(scene.mailRequests(broker, writer))
                .map(JsonPath::new)
                .extracting(mail -> mail.getString("kind"), mail -> mail.getString("from.name"))
                .containsExactlyInAnyOrder(tuple("confirmation", "Clear Sight"), tuple("letter", "Win Writer"));
        assertThat(scene.mailRequests(broker, writer)).map(JsonPath::new).allSatisfy(mail -> {
            assertThat(mail.getString("from.domain")).isEqualTo("mail.clearsight.example");
            assertThat(mail.getString("campaign.organisation")).isEqualTo(organisation.id());
        });
    }

    @Test
    void withoutOneTheyComeInItsNameAndFromThePlatformsDomain() {
        var seat = scene.seat();
        var writer = "writer-%s@example.org".formatted(UUID.randomUUID());

        scene.write(Scene.live(TestOrganisation.create().key()), seat, "Win Writer", writer);

        assertThat(scene.mailRequests(broker, writer))
                .map(JsonPath::new)
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getString("from.name")).isEqualTo("Tell Parliament");
                    assertThat(mail.getString("from.domain")).isNull();
                });
    }

    @Test
    void whatIsNoDomainAndNoNameIsRefusedAtItsField() {
        var organisation = TestOrganisation.create();
        for (var domain :
                new String[] {"https://clearsight.example", "Clearsight.example", "clearsight", "a..b", "x@y.example"
                }) {
            organisation
                    .asProgram()
                    .header("If-Match", "*")
                    .body(Map.of("sendingIdentity", Map.of("domain", domain)))
                    .patch("/v1/organisation")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("#/sendingIdentity/domain"));
        }
        organisation
                .asProgram()
                .header("If-Match", "*")
                .body(Map.of("sendingIdentity", Map.of("name", "A\r\nBcc: x@y.example")))
                .patch("/v1/organisation")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("#/sendingIdentity/name"));
    }

    private static void change(TestOrganisation organisation, Map<String, String> identity) {
        organisation
                .asProgram()
                .header("If-Match", "*")
                .body(Map.of("sendingIdentity", identity))
                .patch("/v1/organisation")
                .then()
                .statusCode(200)
                .body("sendingIdentity", equalTo(identity));
    }
}
