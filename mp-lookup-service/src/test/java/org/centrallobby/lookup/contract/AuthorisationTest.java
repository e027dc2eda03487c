package org.centrallobby.lookup.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.lookup.dataset.SampleAgain;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.AuthorisationTable;
import org.centrallobby.testbed.fuzz.Attempt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may do what, asked of every operation and held against the table that {@code deploy/security} has of it. */
@ServiceTest
class AuthorisationTest {
    private final SampleAgain sample;

    AuthorisationTest(SampleAgain sample) {
        this.sample = sample;
    }

    /** The operator may go back to other data, and does. */
    @AfterEach
    void theSampleIsServedAgain() throws InterruptedException {
        sample.serve();
    }

    @Test
    void everyOperationIsOpenToThoseWhomTheTableNames() {
        var attempt = new Attempt("http://localhost:" + RestAssured.port);
        var table = new AuthorisationTable(
                "mp-lookup-service", "nobody", "wrong key", "organisation's key", "operator's key");

        for (var operation : ApiDocument.served().operations()) {
            table.row(
                    operation,
                    attempt.answer(operation, null),
                    attempt.answer(operation, "test-operator-keyy"),
                    attempt.answer(operation, "cl_sk_live_" + "0".repeat(32) + "_" + "0".repeat(48)),
                    attempt.answer(operation, "test-operator-key"));
        }

        assertThat(table.rows()).isEqualTo(table.committed());
    }
}
