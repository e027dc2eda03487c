package org.centrallobby.letter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.centrallobby.testbed.api.AuthorisationTable;
import org.centrallobby.testbed.fuzz.Attempt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may do what, asked of every operation and held against the table that {@code deploy/security} has of it. */
@ServiceTest
class AuthorisationTest {
    @Inject
    Scene scene;

    @Test
    void everyOperationIsOpenToThoseWhomTheTableNames() {
        Belongings.seat(scene);
        var attempt = new Attempt("http://localhost:" + RestAssured.port);
        var owner = new Belongings(scene);
        var scopes = keyOfEachScope(owner);
        var revoked = owner.key("live", List.of("privacy"));
        owner.organisation()
                .asProgram()
                .delete("/v1/organisation/keys/" + revoked.id())
                .then()
                .statusCode(204);
        var expired = owner.key("live", List.of("privacy"));
        scene.change(
                "update api_key set expires_at = now() - interval '1 second' where id = '%s'".formatted(expired.id()));
        var other = TestOrganisation.create().key();
        var table = new AuthorisationTable(
                "letter-service",
                "scope",
                "nobody",
                "revoked key",
                "expired key",
                "key without the scope",
                "test key, live thing",
                "another organisation's key",
                "operator's key");

        for (var operation : ApiDocument.served().operations()) {
            var path = owner.filled(operation);
            var opening = scopes.keySet().stream()
                    .filter(scope -> attempt.isOpen(operation, scopes.get(scope)))
                    .toList();
            var without = scopes.keySet().stream()
                    .filter(scope -> !opening.contains(scope))
                    .findFirst();
            table.row(
                    operation,
                    whose(attempt, operation, opening),
                    cell(attempt, operation, path, null),
                    cell(attempt, operation, path, revoked.secret()),
                    cell(attempt, operation, path, expired.secret()),
                    without.isEmpty() ? "-" : cell(attempt, operation, path, scopes.get(without.get())),
                    cell(attempt, operation, path, owner.testKey()),
                    cell(attempt, operation, path, other),
                    attempt.answer(operation, TestOrganisation.OPERATOR_KEY));
        }

        assertThat(table.rows()).isEqualTo(table.committed());
    }

    private static Map<String, String> keyOfEachScope(Belongings owner) {
        var keys = new LinkedHashMap<String, String>();
        Belongings.SCOPES.forEach(
                scope -> keys.put(scope, owner.key("live", List.of(scope)).secret()));
        return keys;
    }

    private String whose(Attempt attempt, ApiOperation operation, List<String> opening) {
        if (!operation.needsKey()) {
            return "everybody";
        }
        if (Belongings.isTheOperators(operation)) {
            return "operator";
        }
        return opening.isEmpty() ? String.join(" and ", together(attempt, operation)) : String.join(", ", opening);
    }

    /** Where one scope is not enough: those without which a key that has all others does not open it. */
    private List<String> together(Attempt attempt, ApiOperation operation) {
        var organisation = new Belongings(scene);
        return Belongings.SCOPES.stream()
                .filter(scope -> {
                    var others = new ArrayList<>(Belongings.SCOPES);
                    others.remove(scope);
                    return !attempt.isOpen(
                            operation, organisation.key("live", others).secret());
                })
                .toList();
    }

    /** About the owner's thing: with a good request where it has to be refused, and with one that makes nothing elsewhere. */
    private static String cell(Attempt attempt, ApiOperation operation, String path, @Nullable String key) {
        var isGood = operation.needsKey() && !operation.parameters().isEmpty();
        return AuthorisationTable.cell(attempt.status(operation, path, key, isGood ? text(operation.sample()) : "{"));
    }

    private static String text(@Nullable JsonNode sample) {
        return sample == null ? "" : sample.isTextual() ? sample.asText() : sample.toString();
    }
}
