package org.centrallobby.letter.supporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@ServiceTest
class SubjectAccessTest {
    @Inject
    Scene scene;

    @Test
    void aPersonIsGivenAllThatIsHeldOnThemAndWhoReadIt() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.live(organisation.key());
        var seat = scene.seat();
        var letter = scene.write(campaign, seat, "Non Asking", "non.asking@find.example");
        scene.confirm(letter);
        organisation
                .asProgram()
                .get("/v1/letters/%s/content".formatted(letter))
                .then()
                .statusCode(200);

        ask(organisation, "NON.asking+tag@find.example")
                .body("mode", equalTo("live"))
                .body("people.name", contains("Non Asking"))
                .body("people[0].held.letter", hasSize(1))
                .body("people[0].held.letter[0].id", equalTo(letter))
                .body("people[0].held.letter[0].campaign", equalTo(campaign.id()))
                .body("people[0].held.letter[0].forgottenAt", nullValue())
                .body("people[0].held.letter[0].data.letter.state", equalTo("confirmed"))
                .body("people[0].held.letter[0].data.postcode", equalTo(seat.postcode()))
                .body("people[0].held.letter[0].data.body", startsWith("I walk past"))
                .body("people[0].held.letter[0].data.text", notNullValue())
                .body("people[0].held.letter[0].data.asked.confirmedAt", notNullValue())
                .body("people[0].held.letter[0].data.history.state", contains("awaiting-confirmation", "confirmed"))
                .body("people[0].held.consent[0].data.wording", equalTo("Write to me about this."))
                .body("people[0].held.consent[0].data.mode", equalTo("opt-in"))
                .body("people[0].held.consent[0].data.version", equalTo(1))
                .body("people[0].held.consent[0].data.given", equalTo(true))
                .body("people[0].held.consent[0].data.chosenAt", notNullValue())
                .body("people[0].held.consent[0].data.confirmedAt", notNullValue())
                .body("people[0].held.consent[0].data.withdrawnAt", nullValue())
                .body("people[0].held.consent[0].forgottenAt", nullValue())
                .body("people[0].held.asked_mail.data.kind", containsInAnyOrder("confirmation", "letter"))
                .body("people[0].held.asked_mail.forgottenAt", everyItem(notNullValue()))
                .body("mailbox.mail_allowance[0].data.askedAt", hasSize(1))
                .body("done.action", hasItem("letter-read"));
        organisation.asProgram().get("/v1/audit?action=subject-access").then().body("entries[0].people", equalTo(1));
    }

    @Test
    void twoWhoShareAMailboxAreTwoPeopleAndANameMeansOneOfThem() {
        var organisation = TestOrganisation.create();
        var campaign = Scene.live(organisation.key());
        scene.write(campaign, scene.seat(), "Ida Household", "household@find.example");
        scene.write(Scene.live(organisation.key()), scene.seat(), "IDA  Household", "household@find.example");
        scene.write(campaign, scene.seat(), "Ivo Household", "household@find.example");

        ask(organisation, "household@find.example")
                .body("people.name", containsInAnyOrder("Ida Household", "Ivo Household"))
                .body("people.find { it.name == 'Ida Household' }.held.letter", hasSize(2));
        organisation
                .asProgram()
                .get("/v1/supporters?email=household@find.example&name=ida household")
                .then()
                .statusCode(200)
                .body("people.name", contains("Ida Household"));
    }

    @Test
    void whatIsNotKnownAndWhatIsNoAddressIsAnsweredPlainly() {
        var organisation = TestOrganisation.create();

        ask(organisation, "stranger@find.example").body("people", hasSize(0)).body("mailbox.size()", equalTo(0));
        organisation
                .asProgram()
                .body(Map.of("email", "no address"))
                .post("/v1/supporters/access")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("#/email"));
        organisation
                .asProgram()
                .body(Map.of())
                .post("/v1/supporters/access")
                .then()
                .statusCode(422);
        organisation.asProgram().get("/v1/supporters").then().statusCode(422);
        organisation.asProgram().get("/v1/supporters?email=a\u0000b").then().statusCode(400);
    }

    @Test
    void testLettersAreTestKeysAlone() {
        var organisation = TestOrganisation.create();
        scene.write(Scene.live(organisation.key()), scene.seat(), "Live Person", "modes@find.example");
        var testKey = organisation
                .asProgram()
                .body(Map.of("label", "trial", "mode", "test", "scopes", List.of("privacy")))
                .post("/v1/organisation/keys")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("secret");

        TestOrganisation.with(testKey)
                .body(Map.of("email", "modes@find.example"))
                .post("/v1/supporters/access")
                .then()
                .body("mode", equalTo("test"))
                .body("people", hasSize(0));
    }

    @Test
    void anAddressInAQueryReachesNoLog() {
        var organisation = TestOrganisation.create();
        var logged = new CopyOnWriteArrayList<String>();
        var listener = listener(logged);
        var root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            organisation
                    .asProgram()
                    .get("/v1/supporters?email=logged.away@find.example")
                    .then()
                    .statusCode(200);
            organisation
                    .asProgram()
                    .delete("/v1/supporters?email=logged.away@find.example")
                    .then()
                    .statusCode(202);
            organisation
                    .asProgram()
                    .get("/v1/supporters?email=logged.away@find.example@")
                    .then()
                    .statusCode(422);
            TestOrganisation.with("nonsense")
                    .get("/v1/supporters?email=logged.away@find.example")
                    .then()
                    .statusCode(401);
        } finally {
            root.removeHandler(listener);
        }

        assertThat(logged).noneMatch(line -> line.contains("logged.away"));
        assertThat(ConfigProvider.getConfig().getValue("quarkus.http.access-log.pattern", String.class))
                .doesNotContain("%r", "%q", "%h", "%a");
    }

    private static Handler listener(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage()
                        + List.of(entry.getParameters() == null ? new Object[0] : entry.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static ValidatableResponse ask(TestOrganisation organisation, String email) {
        return organisation
                .asProgram()
                .body(Map.of("email", email))
                .post("/v1/supporters/access")
                .then()
                .statusCode(200);
    }
}
