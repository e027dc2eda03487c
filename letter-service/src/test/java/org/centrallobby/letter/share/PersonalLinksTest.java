package org.centrallobby.letter.share;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.campaign.PublicAddress;
import org.centrallobby.letter.letter.LetterPages;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.letter.platform.RetentionConfig;
import org.centrallobby.letter.privacy.Clocks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class PersonalLinksTest {
    @Inject
    Scene scene;

    @Inject
    LetterPages pages;

    @Inject
    Clocks clocks;

    @Inject
    PublicAddress address;

    @Inject
    RetentionConfig retention;

    private TestOrganisation organisation;
    private Scene.Live campaign;
    private Scene.Held seat;

    @BeforeEach
    void aLiveCampaign() {
        organisation = TestOrganisation.create();
        campaign = Scene.live(organisation.key());
        seat = scene.seat();
    }

    @Test
    void friendsCountWhoseLettersCountAndTheOrganisationSeesWhatTheyDo() {
        var inviter = write("Ann Inviter", null);
        var code = code(inviter);
        assertThat(inviter.getString("share.url"))
                .isEqualTo("https://letters.example.org/c/%s?from=%s".formatted(campaign.slug(), code));
        friends(code, 0);

        var first = write("Bob Friend", code).getString("id");
        var second = write("Cat Friend", code).getString("id");
        friends(code, 0);

        scene.confirm(first);
        scene.confirm(second);
        friends(code, 2);
        // Of friends of friends each link knows its own.
        scene.confirm(write("Dan Friend", code(write("Eve Friend", code))).getString("id"));
        friends(code, 2);
        organisation
                .asProgram()
                .get("/v1/campaigns/%s/statistics".formatted(campaign.id()))
                .then()
                .body("personalLinks.letters", equalTo(3))
                .body("personalLinks.links", equalTo(2));
        assertThat(pages.byId(UUID.fromString(inviter.getString("id")))).hasValueSatisfying(page -> {
            assertThat(page.shareUrl()).isEqualTo(inviter.getString("share.url"));
            assertThat(page.friends()).isEqualTo(2);
        });

        invalidate(first);
        friends(code, 1);
        given().get("/v1/public/shares/" + code).then().header("Cache-Control", containsString("max-age=60"));
    }

    @Test
    void aLinkThatEverybodyLooksAtIsCountedOnceAMoment() {
        var shownLonger = new PersonalLinks(address, retention, () -> Duration.ofHours(1), InstantSource.system());
        var code = code(write("Ann Inviter", null));
        assertThat(friends(shownLonger, code)).hasValue(0L);

        scene.confirm(write("Bob Friend", code).getString("id"));

        assertThat(friends(shownLonger, code)).hasValue(0L);
        friends(code, 1);
    }

    @Test
    void nobodyInvitesThemselvesAndWhatIsNoLinkOfTheCampaignIsPassedOver() {
        var own = code(write("Ann Inviter", null));
        var elsewhere = code(write(Scene.live(organisation.key()), "Ann Inviter", null));

        for (var from : new String[] {own, elsewhere, "k7m2q9x4h3d8w", "no code at all"}) {
            write("Ann Inviter", from);
            write("Bob Friend", elsewhere);
        }

        assertThat(scene.rows("select id from letter where campaign = '%s' and invited_by is not null"
                        .formatted(campaign.id())))
                .isEmpty();
        for (var unknown : new String[] {"k7m2q9x4h3d8w", "no-code", "%00"}) {
            given().urlEncodingEnabled(false)
                    .get("/v1/public/shares/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("/not-found"));
        }
    }

    @Test
    void whoHasWrittenBeforeIsGivenALinkThatWorks() {
        scene.confirm(write("Ann Inviter", null).getString("id"));
        var code = code(write("Ann Inviter", null));

        friends(code, 0);
        scene.confirm(write("Bob Friend", code).getString("id"));

        friends(code, 1);
    }

    @Test
    void aLinkGoesWithWhoeverIsForgottenAndTheLettersOfTheirFriendsStay() {
        var inviter = write("Ann Inviter", null);
        var code = code(inviter);
        var friend = write("Bob Friend", code).getString("id");
        scene.confirm(inviter.getString("id"));
        scene.confirm(friend);
        organisation
                .asProgram()
                .body(Map.of("email", email("Ann Inviter")))
                .post("/v1/supporters/access")
                .then()
                .body("people[0].held.letter[0].data.personalLink.url", endsWith(code))
                .body("people[0].held.letter[0].data.personalLink.friends", equalTo(1));

        organisation
                .asProgram()
                .body(Map.of("email", email("Ann Inviter")))
                .post("/v1/supporters/erase")
                .then()
                .statusCode(202)
                .body("places.find { it.place == 'table personal_link' }.found", equalTo(1))
                .body("places.find { it.place == 'table personal_link' }.remaining", equalTo(0));

        given().get("/v1/public/shares/" + code).then().statusCode(404);
        assertThat(scene.rows("select invited_by from letter where id = '%s' and name is not null".formatted(friend)))
                .isEqualTo(Collections.singletonList(null));
    }

    @Test
    void aFriendWhoIsForgottenLeavesNoTraceAtTheLink() {
        var code = code(write("Ann Inviter", null));
        var friend = write("Bob Friend", code).getString("id");
        scene.confirm(friend);

        organisation
                .asProgram()
                .body(Map.of("email", email("Bob Friend")))
                .post("/v1/supporters/erase")
                .then()
                .statusCode(202);

        friends(code, 0);
    }

    @Test
    void aLinkIsForgottenWhenItsTimeIsOver() {
        var receipt = write("Ann Inviter", null);
        var code = code(receipt);
        scene.confirm(write("Bob Friend", code).getString("id"));
        scene.change(
                "update personal_link set made_at = now() - interval '731 days' where code = '%s'".formatted(code));

        clocks.run();

        given().get("/v1/public/shares/" + code).then().statusCode(404);
        assertThat(scene.rows("select id from letter where campaign = '%s' and invited_by is not null"
                        .formatted(campaign.id())))
                .isEmpty();
        assertThat(pages.byId(UUID.fromString(receipt.getString("id"))))
                .hasValueSatisfying(page -> assertThat(page.shareUrl()).isNull());
    }

    private static Optional<Long> friends(PersonalLinks links, String code) {
        return QuarkusTransaction.requiringNew().call(() -> links.friends(code));
    }

    private void friends(String code, int count) {
        given().get("/v1/public/shares/" + code).then().statusCode(200).body("friends", equalTo(count));
    }

    private void invalidate(String letter) {
        scene.change("update letter set invalidated_at = now() where id = '%s'".formatted(letter));
    }

    private JsonPath write(String name, @Nullable String from) {
        return write(campaign, name, from);
    }

    private JsonPath write(Scene.Live campaign, String name, @Nullable String from) {
        var letter = new HashMap<String, Object>(Map.of(
                "postcode",
                seat.postcode(),
                "name",
                name,
                "email",
                email(name),
                "address",
                "1 High Street",
                "subject",
                "Take them down",
                "body",
                "I mind."));
        letter.put("from", from);
        return given().contentType("application/json")
                .body(letter)
                .post("/v1/public/campaigns/%s/letters".formatted(campaign.slug()))
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    /** Of this test alone. */
    private String email(String name) {
        return "%s.%s@example.org".formatted(name.replace(' ', '.').toLowerCase(java.util.Locale.ROOT), campaign.id());
    }

    private static String code(JsonPath receipt) {
        var url = receipt.getString("share.url");
        return url.substring(url.indexOf("from=") + 5);
    }
}
