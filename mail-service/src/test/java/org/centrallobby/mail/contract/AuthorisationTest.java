package org.centrallobby.mail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import org.centrallobby.mail.ServiceTest;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.AuthorisationTable;
import org.centrallobby.testbed.fuzz.Attempt;
import org.junit.jupiter.api.Test;

/** Who may do what, asked of every operation and held against the table that {@code deploy/security} has of it. */
@ServiceTest
class AuthorisationTest {
    @Test
    void everyOperationIsOpenToThoseWhomTheTableNames() {
        var attempt = new Attempt("http://localhost:" + RestAssured.port);
        var table = new AuthorisationTable(
                "mail-service", "nobody", "wrong key", "organisation's key", "intake key", "operator's key");

        for (var operation : ApiDocument.served().operations()) {
            table.row(
                    operation,
                    attempt.answer(operation, null),
                    attempt.answer(operation, "test-operator-keyy"),
                    attempt.answer(operation, "cl_sk_live_" + "0".repeat(32) + "_" + "0".repeat(48)),
                    attempt.answer(operation, "test-intake-key-0001"),
                    attempt.answer(operation, "test-operator-key"));
        }

        assertThat(table.rows()).isEqualTo(table.committed());
    }
}
