package org.centrallobby.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Answers that servers gave, as real delivery reports quote them, against the reasons that their collectors found. */
class CausesOfRealBouncesTest {
    private static final Path BOUNCES = Path.of("../../shared/data/mail/bounces");
    private static final Pattern DIAGNOSIS =
            Pattern.compile("(?im)^Diagnostic-Code:\\s*smtp;\\s*(\\d{3})[ -]((?:.*\\n)(?:[ \\t].*\\n)*)");
    private static final double RIGHT = 0.95;

    private static final Map<String, Set<Cause>> CAUSES = Map.ofEntries(
            Map.entry("userunknown", Set.of(Cause.MAILBOX_UNKNOWN)),
            Map.entry("filtered", Set.of(Cause.MAILBOX_UNKNOWN, Cause.POLICY)),
            Map.entry("hasmoved", Set.of(Cause.MAILBOX_UNKNOWN, Cause.MAILBOX_DISABLED)),
            Map.entry("suspend", Set.of(Cause.MAILBOX_DISABLED, Cause.MAILBOX_UNKNOWN)),
            Map.entry("mailboxfull", Set.of(Cause.MAILBOX_FULL)),
            Map.entry("exceedlimit", Set.of(Cause.TOO_LARGE)),
            Map.entry("mesgtoobig", Set.of(Cause.TOO_LARGE)),
            Map.entry("hostunknown", Set.of(Cause.DOMAIN_UNKNOWN)),
            Map.entry("notaccept", Set.of(Cause.DOMAIN_UNKNOWN)),
            Map.entry("blocked", Set.of(Cause.BLOCKED, Cause.UNKNOWN)),
            Map.entry("authfailure", Set.of(Cause.UNAUTHENTICATED)),
            Map.entry("requireptr", Set.of(Cause.UNAUTHENTICATED)),
            Map.entry("securityerror", Set.of(Cause.LOGIN, Cause.UNAUTHENTICATED)),
            Map.entry("norelaying", Set.of(Cause.LOGIN)),
            Map.entry("policyviolation", Set.of(Cause.POLICY)),
            Map.entry("spamdetected", Set.of(Cause.CONTENT)),
            Map.entry("virusdetected", Set.of(Cause.CONTENT, Cause.POLICY)),
            Map.entry("contenterror", Set.of(Cause.CONTENT)),
            Map.entry("notcompliantrfc", Set.of(Cause.CONTENT)),
            Map.entry("toomanyconn", Set.of(Cause.RATE_LIMITED)),
            Map.entry("systemerror", Set.of(Cause.RELAY_TROUBLE)),
            Map.entry("networkerror", Set.of(Cause.ROUTE)));

    @Test
    void mostAreUnderstoodAsTheirCollectorsDid() throws IOException {
        assumeThat(BOUNCES).as("the shared mail data").isDirectory();
        var reasons = new HashMap<String, String>();
        for (JsonNode row :
                new ObjectMapper().readTree(BOUNCES.resolve("expected.json").toFile())) {
            reasons.merge(
                    row.path("file").asText(),
                    row.path("reason").asText(),
                    (one, other) -> one.equals(other) ? one : "several");
        }
        var wrong = new ArrayList<String>();
        var count = 0;
        for (var entry : reasons.entrySet()) {
            var file = BOUNCES.resolve("bsd").resolve(entry.getKey());
            var wanted = CAUSES.get(entry.getValue());
            if (wanted == null || !Files.exists(file)) {
                continue;
            }
            var diagnosis = DIAGNOSIS.matcher(
                    Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n"));
            if (diagnosis.find()) {
                count++;
                var code = Integer.parseInt(diagnosis.group(1));
                var cause = Causes.of(Phase.RECIPIENT, Reply.of(code, code + " " + diagnosis.group(2)));
                if (!wanted.contains(cause)) {
                    wrong.add("%s is not %s: %d %s".formatted(cause, entry.getValue(), code, diagnosis.group(2)));
                }
            }
        }
        assertThat(count).isGreaterThan(80);
        assertThat(wrong.size()).as(String.join("", wrong)).isLessThanOrEqualTo((int) Math.ceil(count * (1 - RIGHT)));
    }
}
