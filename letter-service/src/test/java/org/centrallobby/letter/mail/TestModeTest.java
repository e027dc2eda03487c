package org.centrallobby.letter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.junit.jupiter.api.Test;

@ServiceTest
class TestModeTest {
    @Testbed.Inject
    Broker broker;

    @Inject
    Scene scene;

    @Test
    void aLetterOfATestCampaignGoesToItsWriterAndNeverToTheMember() {
        var organisation = TestOrganisation.create();
        var key = organisation
                .asProgram()
                .body(Map.of("label", "Trying out", "mode", "test", "scopes", List.of("campaigns:write")))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("secret");
        assertThat(key).startsWith("cl_sk_test_");
        var seat = scene.seat();
        var writer = "tester-%s@example.org".formatted(UUID.randomUUID());

        scene.confirm(scene.write(Scene.live(key), seat, "Tess Tester", writer));

        assertThat(scene.mailRequests(broker, writer))
                .map(JsonPath::new)
                .filteredOn(mail -> mail.getString("kind").equals("letter"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getString("to.address")).isEqualTo(writer);
                    assertThat(mail.getString("subject")).isEqualTo("[TEST] Take them down");
                });
        assertThat(scene.mailRequests(broker, seat.memberEmail())).isEmpty();
    }

    @Test
    void aLetterOfALiveCampaignGoesToTheMember() {
        var seat = scene.seat();
        var writer = "writer-%s@example.org".formatted(UUID.randomUUID());

        scene.confirm(scene.write(Scene.live(TestOrganisation.create().key()), seat, "Win Writer", writer));

        assertThat(scene.mailRequests(broker, seat.memberEmail()))
                .map(JsonPath::new)
                .singleElement()
                .satisfies(mail -> assertThat(mail.getString("subject")).isEqualTo("Take them down"));
    }
}
