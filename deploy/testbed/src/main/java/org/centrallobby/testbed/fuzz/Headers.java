package org.centrallobby.testbed.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the headers of an answer have to be, and what they are. */
public final class Headers {
    public static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final List<String> NEVER =
            List.of("Server", "X-Powered-By", "Set-Cookie", "Strict-Transport-Security");
    private static final List<String> ONCE = List.of(
            "Content-Security-Policy",
            "Cache-Control",
            "Referrer-Policy",
            "Cross-Origin-Resource-Policy",
            "X-Content-Type-Options");

    private Headers() {}

    /**
     * A row of the table.
     *
     * @param request for instance {@code GET /v1/campaigns}
     * @param status what it is answered
     * @param policy a part of the Content-Security-Policy
     * @param cache Cache-Control
     * @param referrer Referrer-Policy
     * @param loadedBy Cross-Origin-Resource-Policy
     */
    public record Row(String request, int status, String policy, String cache, String referrer, String loadedBy) {
        /** An answer for programs, which is nothing for a browser and kept by nobody. */
        public static Row api(String request, int status) {
            return new Row(request, status, NOTHING, "no-store", "no-referrer", "same-origin");
        }
    }

    /** What is wrong with the answer of each row, a sentence each. */
    public static List<String> faults(Wire wire, Map<String, String> sent, List<Row> rows) throws IOException {
        var faults = new ArrayList<String>();
        for (var row : rows) {
            var request = row.request().split(" ");
            var answer = wire.send(new Request(request[0], request[1], sent, null));
            expect(faults, row, "status", Integer.toString(row.status()), Integer.toString(answer.status()));
            expect(faults, row, "Cache-Control", row.cache(), answer.header("Cache-Control"));
            expect(faults, row, "Referrer-Policy", row.referrer(), answer.header("Referrer-Policy"));
            expect(
                    faults,
                    row,
                    "Cross-Origin-Resource-Policy",
                    row.loadedBy(),
                    answer.header("Cross-Origin-Resource-Policy"));
            expect(faults, row, "X-Content-Type-Options", "nosniff", answer.header("X-Content-Type-Options"));
            var policy = answer.header("Content-Security-Policy");
            if (!policy.contains(row.policy())) {
                faults.add(
                        "%s: Content-Security-Policy is %s without %s".formatted(row.request(), policy, row.policy()));
            }
            if (policy.contains("unsafe") && !row.policy().contains("unsafe")) {
                faults.add("%s: Content-Security-Policy is %s".formatted(row.request(), policy));
            }
            if (answer.header("Content-Type").startsWith("text/html")) {
                expect(
                        faults,
                        row,
                        "Cross-Origin-Opener-Policy",
                        "same-origin",
                        answer.header("Cross-Origin-Opener-Policy"));
                if (!answer.header("Permissions-Policy").contains("camera=()")) {
                    faults.add(row.request() + ": no Permissions-Policy");
                }
            }
            NEVER.stream()
                    .filter(name -> !answer.header(name).isEmpty())
                    .forEach(name -> faults.add("%s: %s".formatted(row.request(), name)));
            ONCE.stream()
                    .filter(name -> answer.headers()
                                    .getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of())
                                    .size()
                            > 1)
                    .forEach(name -> faults.add("%s: more than one %s".formatted(row.request(), name)));
        }
        return faults;
    }

    private static void expect(List<String> faults, Row row, String name, String expected, String found) {
        if (!found.equals(expected)) {
            faults.add("%s: %s is %s and not %s".formatted(row.request(), name, found, expected));
        }
    }
}
