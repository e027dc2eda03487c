package org.centrallobby.mail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.centrallobby.mail.Requests;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.testbed.Broker;
import org.centrallobby.testbed.Testbed;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.centrallobby.testbed.fuzz.Fuzz;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent: it is not our fault, it is refused in words, and the refusal tells nothing that it should not. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class FuzzTest {
    private static final String KEY = "test-operator-key";

    @Testbed.Inject
    Broker broker;

    @Inject
    EntityManager database;

    /** Others' mails are not held up by what was paused or slowed down here. */
    @AfterEach
    void theQueueFlowsAgain() {
        QuarkusTransaction.requiringNew()
                .run(() -> List.of("delete from pause", "delete from pace")
                        .forEach(statement ->
                                database.createNativeQuery(statement).executeUpdate()));
    }

    @Test
    void nothingThatIsSentIsOurFault() {
        try (var requests = new Requests(broker)) {
            var mail = requests.request();

            assertThat(new Fuzz(ApiDocument.served(), "http://localhost:" + RestAssured.port, new Operator(mail)).run())
                    .isEmpty();
        }
    }

    private record Operator(UUID mail) implements Fuzz.Subject {
        @Override
        public void begin() {}

        @Override
        public String filled(ApiOperation operation) {
            return operation.path().replace("{id}", mail.toString()).replace("{token}", "nothing");
        }

        @Override
        public @Nullable String key(ApiOperation operation) {
            return operation.needsKey() ? KEY : null;
        }

        /** Here is but one caller. */
        @Override
        public Collection<String> strange() {
            return List.of();
        }

        @Override
        public boolean isPage(ApiOperation operation) {
            return operation.path().startsWith("/unsubscribe");
        }
    }
}
