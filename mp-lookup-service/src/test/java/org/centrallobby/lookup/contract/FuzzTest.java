package org.centrallobby.lookup.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.dataset.SampleAgain;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.centrallobby.testbed.fuzz.Fuzz;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent: it is not our fault, it is refused in words, and the refusal tells nothing that it should not. */
@ServiceTest
class FuzzTest {
    private static final Map<String, String> THINGS = Map.of(
            "{code}", "E14001167",
            "{part}", "corrections",
            "{id}", "152",
            "{outwardCode}", "E4",
            "{postcode}", "E4%207LA");

    private final SampleAgain sample;

    FuzzTest(SampleAgain sample) {
        this.sample = sample;
    }

    @AfterEach
    void theSampleIsServedAgain() throws InterruptedException {
        sample.serve();
    }

    @Test
    void nothingThatIsSentIsOurFault() {
        assertThat(new Fuzz(ApiDocument.served(), "http://localhost:" + RestAssured.port, new Operator()).run())
                .isEmpty();
    }

    private static final class Operator implements Fuzz.Subject {
        @Override
        public void begin() {}

        @Override
        public String filled(ApiOperation operation) {
            var path = operation.path();
            for (var thing : THINGS.entrySet()) {
                path = path.replace(thing.getKey(), thing.getValue());
            }
            return path;
        }

        @Override
        public @Nullable String key(ApiOperation operation) {
            return operation.needsKey() ? "test-operator-key" : null;
        }

        @Override
        public boolean quotes(ApiOperation operation) {
            return operation.path().equals("/v1/dataset/{part}");
        }

        /** Nothing here is anybody's. */
        @Override
        public Collection<String> strange() {
            return List.of();
        }
    }
}
