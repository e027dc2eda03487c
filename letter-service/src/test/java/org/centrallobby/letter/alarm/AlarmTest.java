package org.centrallobby.letter.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class AlarmTest {
    @Inject
    Scene scene;

    @Inject
    AlarmWatch watch;

    @Inject
    Heard heard;

    private final String domain = "d%s.example".formatted(UUID.randomUUID());
    private String key;
    private Scene.Live campaign;
    private Scene.Held seat;

    /** Stands where webhooks will. */
    @ApplicationScoped
    static class Heard {
        private final List<AlarmRaised> alarms = new CopyOnWriteArrayList<>();

        List<AlarmRaised> of(Scene.Live campaign) {
            return alarms.stream()
                    .filter(alarm -> alarm.campaign().toString().equals(campaign.id()))
                    .toList();
        }

        void hear(@Observes AlarmRaised alarm) {
            alarms.add(alarm);
        }
    }

    @BeforeEach
    void open() {
        key = TestOrganisation.create().key();
        campaign = Scene.live(key);
        seat = scene.seat();
    }

    @Test
    void whatTooManyLettersHaveInCommonRaisesOneAlarmEach() {
        // 25 letters by SQL: the form sends no more than the service's own limits let through.
        var written = scene.write(campaign, seat, "Writer", "writer@" + domain);
        copies(written, 24, "network = 'n-%s', own_words = 60".formatted(domain));

        watch.look();
        watch.look();

        var alarms = alarms();
        assertThat(alarms.<String>getList("alarms.kind"))
                .containsExactlyInAnyOrder("network", "email-domain", "constituency", "alike");
        assertThat(alarms.getMap("alarms.find { it.kind == 'email-domain' }"))
                .containsEntry("subject", domain)
                .containsEntry("letters", 25)
                .containsEntry("of", 25);
        assertThat(alarms.getMap("alarms.find { it.kind == 'email-domain' }.invalidation"))
                .containsEntry("emailDomain", domain)
                .containsOnlyKeys("emailDomain", "writtenAfter");
        assertThat(heard.of(campaign)).hasSize(4);
        for (var number = 0; number < 4; number++) {
            var dry = new HashMap<String, Object>(alarms.getMap("alarms[%d].invalidation".formatted(number)));
            dry.put("dryRun", true);
            TestOrganisation.with(key)
                    .body(dry)
                    .post("/v1/campaigns/%s/invalidations".formatted(campaign.id()))
                    .then()
                    .statusCode(200)
                    .body("letters", equalTo(alarms.getInt("alarms[%d].letters".formatted(number))));
        }
    }

    @Test
    void whatIsUsualOrScarceOrTheOrganisationsOwnWordsRaisesNone() {
        var written = scene.write(campaign, seat, "Writer", "writer@" + domain);
        // So many have that domain before the window that it is nothing new, and the words are the organisation's.
        copies(written, 40, "id = overlay(id::text placing '0193' from 1 for 4)::uuid, own_words = 0");
        copies(written, 24, "own_words = 0");

        watch.look();

        assertThat(alarms().<String>getList("alarms.kind")).isEmpty();
    }

    @Test
    void anotherOrganisationSeesNoAlarm() {
        TestOrganisation.with(TestOrganisation.create().key())
                .get("/v1/campaigns/%s/alarms".formatted(campaign.id()))
                .then()
                .statusCode(404);
    }

    /** Copies a letter, each with an id of now and a person of its own. */
    private void copies(String letter, int count, String change) {
        scene.change("""
                insert into letter select (jsonb_populate_record(letter, jsonb_build_object(
                    'id', uuidv7(), 'person', gen_random_uuid()))).*
                from letter, generate_series(1, %d) where id = '%s'""".formatted(count, letter));
        scene.change(
                "update letter set %s where campaign = '%s' and id > '%s'".formatted(change, campaign.id(), letter));
    }

    private JsonPath alarms() {
        return TestOrganisation.with(key)
                .get("/v1/campaigns/%s/alarms".formatted(campaign.id()))
                .then()
                .statusCode(200)
                .body(not(containsString("writer@")))
                .extract()
                .jsonPath();
    }
}
