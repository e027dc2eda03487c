package org.centrallobby.letter.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.centrallobby.letter.Scene;
import org.centrallobby.letter.ServiceTest;
import org.centrallobby.letter.organisation.TestOrganisation;
import org.centrallobby.testbed.api.ApiDocument;
import org.centrallobby.testbed.api.ApiOperation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One organisation never sees, counts, infers or changes another's things, by whatever operation it tries. */
@ServiceTest
class TenancyTest {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    @Inject
    Scene scene;

    @Test
    void withoutAKeyNothingIsAnswered() {
        walk((operation, owner) -> {
            var unknown = "cl_sk_live_" + "0".repeat(32) + "_" + "0".repeat(48);
            // An organisation's key is the wrong kind of key for what the operator does, whosever it is.
            for (var credential :
                    Belongings.isTheOperators(operation) ? List.of("", "nonsense") : List.of("", "nonsense", unknown)) {
                var request = credential.isEmpty() ? given() : TestOrganisation.with(credential);
                var answer = operation.send(request, owner.filled(operation), body(operation, owner));
                requireProblem(answer, 401);
            }
        });
    }

    @Test
    void aKeyOpensWhatItsScopesNameAndNothingElse() {
        var owner = new Belongings(scene);
        var keys = List.of(owner.key("live", List.of("privacy")), owner.key("test", List.of("keys:write")));
        walk((operation, things) -> {
            var refused = 0;
            for (var key : keys) {
                var answer = operation.send(
                        TestOrganisation.with(key.secret()), things.filled(operation), body(operation, things));
                if (answer.statusCode() == 403) {
                    requireProblem(answer, 403);
                    refused++;
                }
            }
            // No operation is for both of these scopes.
            assertThat(refused).as("refusals of keys with one scope each").isPositive();
        });
    }

    @Test
    void anotherOrganisationsThingsDoNotExist() {
        var stranger = TestOrganisation.create();
        walk((operation, owner) -> {
            var answer = operation.send(stranger.asProgram(), owner.filled(operation), body(operation, owner));
            if (Belongings.isTheOperators(operation)) {
                requireProblem(answer, 403);
            } else {
                requireNothingOf(owner, operation, answer);
            }
        });
    }

    @Test
    void anotherOrganisationsThingsAreInNothingOfOnesOwn() {
        var stranger = new Belongings(scene);
        walk((operation, owner) -> {
            // The names of lists and facts are those of each campaign.
            if (operation.parameters().size() < 2 || operation.path().contains("{name}")) {
                return;
            }
            var answer = operation.send(
                    stranger.organisation().asProgram(),
                    stranger.filledWithLastOf(owner, operation),
                    body(operation, owner));
            requireNothingOf(owner, operation, answer);
        });
    }

    @Test
    void aTestKeyHasNoPartInItsOrganisationsLiveThings() {
        walk((operation, owner) -> {
            if (operation.parameters().isEmpty() && !operation.method().equals("GET")) {
                return;
            }
            var answer = operation.send(
                    TestOrganisation.with(owner.testKey()), owner.filled(operation), body(operation, owner));
            if (operation.parameters().isEmpty()) {
                assertThat(answer.statusCode()).isLessThan(500);
                assertThat(answer.asString()).doesNotContain(owner.liveCampaign());
            } else {
                requireProblem(answer, Belongings.isTheOperators(operation) ? 403 : 404);
            }
        });
    }

    private interface Attempt {
        void on(ApiOperation operation, Belongings owner);
    }

    /** Tries every operation that needs a key with one organisation's things, and looks whether these are as they were. */
    private void walk(Attempt attempt) {
        Belongings.seat(scene);
        var owner = new Belongings(scene);
        var operations = ApiDocument.served().operations().stream()
                .filter(ApiOperation::needsKey)
                .toList();
        assertThat(operations).hasSizeGreaterThan(30);
        // Everything is made before anybody tries anything.
        owner.testKey();
        owner.letterOfAnn();
        owner.registerExportKey();
        operations.forEach(owner::filled);
        awaitQuiet(owner);
        var query = query(owner);
        var before = rows(query);
        var softly = new SoftAssertions();
        for (var operation : operations) {
            try {
                attempt.on(operation, owner);
                assertThat(rows(query)).as("the organisation's rows").isEqualTo(before);
            } catch (AssertionError | RuntimeException e) {
                softly.fail(operation.name() + ": " + e.getMessage(), e);
                before = rows(query);
            }
        }
        softly.assertAll();
    }

    private static void requireNothingOf(Belongings owner, ApiOperation operation, Response answer) {
        if (operation.parameters().isEmpty()) {
            assertThat(answer.statusCode()).isLessThan(500);
            if (answer.statusCode() >= 400) {
                requireProblem(answer, answer.statusCode());
            }
        } else {
            requireProblem(answer, 404);
        }
        var told = answer.headers() + answer.asString();
        // What the stranger has just sent may come back.
        var sent = body(operation, owner);
        owner.secrets().stream()
                .filter(secret -> sent == null || !sent.contains(secret))
                .forEach(secret -> assertThat(told).doesNotContain(secret));
    }

    private static void requireProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).startsWith("https://");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    }

    /** The operation's example with the owner's ids in place of those that stand in it. */
    private static @Nullable String body(ApiOperation operation, Belongings owner) {
        return operation
                .request()
                .map(ApiOperation.Content::example)
                .map(TenancyTest::text)
                .map(text -> UUID.matcher(text).replaceAll(owner.liveCampaign()))
                .orElse(null);
    }

    private static String text(JsonNode example) {
        return example.isTextual() ? example.asText() : example.toString();
    }

    /** Counts go from the journal into the sums, and decisions are carried out, by themselves; nobody changes anything then. */
    private void awaitQuiet(Belongings owner) {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        scene.rows("""
                select campaign from letter_step_journal where campaign in (select id from campaign where organisation = '%1$s')
                union all select campaign from decision where finished_at is null
                  and campaign in (select id from campaign where organisation = '%1$s')""".formatted(owner.organisation().id())).isEmpty());
    }

    private Map<String, String> rows(String query) {
        return scene.rows(query).stream()
                .map(String::valueOf)
                .collect(Collectors.toMap(row -> row.substring(0, row.indexOf(':')), row -> row));
    }

    /**
     * The query for a digest of everything that belongs to the organisation, by table. The last use of its keys may change, and what its
     * test key asks for is noted in the audit log of its mode.
     */
    private String query(Belongings owner) {
        var id = owner.organisation().id();
        var conditions = new TreeMap<String, List<String>>();
        columns((table, column) -> conditions
                .computeIfAbsent(table, any -> new ArrayList<>())
                .add(
                        switch (column) {
                            case "organisation" -> "organisation = '%s'".formatted(id);
                            case "delivery" -> """
                                delivery in (select d.id from webhook_delivery d join webhook w on w.id = d.webhook
                                             where w.organisation = '%s')""".formatted(id);
                            default ->
                                "%1$s in (select id from %1$s where organisation = '%2$s')".formatted(column, id);
                        }));
        conditions.put("organisation", List.of("id = '%s'".formatted(id)));
        return conditions.entrySet().stream()
                .map(table -> """
                        select '%1$s: ' || count(*) || ' rows, ' || coalesce(md5(string_agg(row, '' order by row)), '')
                        from (select (to_jsonb(t) - 'last_used_at')::text as row from "%1$s" t
                              where (%2$s) and not ('%1$s' = 'audit_entry' and to_jsonb(t) ->> 'mode' = 'TEST')) as rows""".formatted(table.getKey(), String.join(" or ", table.getValue())))
                .collect(Collectors.joining(" union all "));
    }

    private interface Column {
        void of(String table, String column);
    }

    private void columns(Column each) {
        for (var row : scene.rows("""
                select c.table_name, c.column_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid'
                  and c.column_name in ('organisation', 'campaign', 'letter', 'comment', 'supporter', 'erasure', 'webhook',
                                        'delivery')""")) {
            var names = (Object[]) row;
            each.of(String.valueOf(names[0]), String.valueOf(names[1]));
        }
    }
}
