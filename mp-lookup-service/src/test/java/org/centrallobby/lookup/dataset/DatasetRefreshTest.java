package org.centrallobby.lookup.dataset;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.constituency.Boundaries;
import org.centrallobby.lookup.fetch.PoliteClient;
import org.centrallobby.lookup.parliament.ParliamentSeats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ServiceTest
@SuppressWarnings("NullAway.Init")
class DatasetRefreshTest {
    @Inject
    Releases releases;

    @Inject
    PartReader reader;

    @Inject
    PoliteClient client;

    @Inject
    ParliamentSeats parliament;

    @Inject
    Boundaries boundaries;

    @Inject
    DatasetConfig config;

    @Inject
    EntityManager database;

    @Inject
    SampleAgain sample;

    @AfterEach
    void theSampleIsServedAgain() throws InterruptedException {
        sample.serve();
    }

    @Test
    void parliamentIsFollowedWhileAnImportTakesItsTime(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("no-corrections.csv"), "nothing,that,corrects\n");
        QuarkusMock.installMockForType(comingFrom(file), Origins.class);

        QuarkusTransaction.requiringNew().run(() -> {
            Turn.IMPORTS.await(database);
            await("an import waits for its turn")
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Locks.somebodyWaits(database));
            releaseOfAnotherDay();

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> given().get("/v1/dataset").then().body("release.cause", equalTo("Parliament sits")));
        });

        await("nothing of it is left to other tests")
                .untilAsserted(() -> given().get("/v1/dataset")
                        .then()
                        .body("imports[0].source", equalTo("no-corrections.csv"))
                        .body("imports[0].state", equalTo("refused")));
    }

    private Origins comingFrom(Path file) {
        return new Origins(reader, client, parliament, boundaries, config) {
            @Override
            Map<Part, Origin> all() {
                return Map.of(Part.CORRECTIONS, new Origin.File(file));
            }
        };
    }

    /** As it was decided while Parliament was dissolved. */
    private void releaseOfAnotherDay() {
        QuarkusTransaction.requiringNew().run(() -> {
            var parts = releases.newest().orElseThrow().parts();
            releases.add(new Release("Parliament is dissolved", parts, true, Instant.now(), Instant.now()));
        });
    }
}
