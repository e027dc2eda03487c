package org.centrallobby.testbed.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.centrallobby.testbed.api.ApiDocument;

/** What has to be true of every answer, whatever was asked. */
final class Expectations {
    /** What nobody outside should learn: how the service is made, where it lies, what its database said. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:java|javax|jakarta)\\.[a-z]+\\.|\\b(?:io\\.(?:quarkus|vertx|netty|smallrye)|com\\.fasterxml|"
                    + "org\\.(?:hibernate|postgresql|jboss|centrallobby|apache))\\b|\\w(?:Exception|Error)\\b|\\.java:\\d|"
                    + "SQLSTATE|\\bERROR: |duplicate key|relation \"|constraint \"|(?i:\\bselect\\b.+\\bfrom\\b)|"
                    + "/(?:home|tmp|work|usr|opt|app|root|deployments)/");

    static final String SAYS_AGAIN = "says again what was sent";

    private final Map<String, Integer> problems = Problems.documented();
    private final String mark;
    private final Collection<String> secrets;

    /**
     * @param mark stands in what was sent; a refusal does not say it again
     * @param secrets what belongs to somebody else
     */
    Expectations(String mark, Collection<String> secrets) {
        this.mark = mark;
        this.secrets = List.copyOf(secrets);
    }

    /** What is wrong with the answer, a few words each. */
    List<String> complaints(Request request, Wire.Answer answer, boolean isPage) {
        var complaints = new ArrayList<String>();
        if (answer.status() >= 500) {
            complaints.add("answered " + answer.status());
        }
        var told = answer.headers() + answer.body();
        secrets.stream()
                .filter(secret -> told.contains(secret) && !request.tells(secret))
                .map(secret -> "tells what is another's: " + secret)
                .forEach(complaints::add);
        if (!answer.header("X-Content-Type-Options").equals("nosniff")) {
            complaints.add("no nosniff");
        }
        if (answer.status() >= 400) {
            refusal(request, answer, isPage, complaints);
        }
        return complaints;
    }

    private void refusal(Request request, Wire.Answer answer, boolean isPage, List<String> complaints) {
        var told = answer.headers() + answer.body();
        var inside = INSIDE.matcher(told);
        if (inside.find() && !request.tells(inside.group())) {
            complaints.add("tells of its inside: " + inside.group());
        }
        if (told.contains(mark)) {
            complaints.add(SAYS_AGAIN);
        }
        if (isPage || request.method().equals("HEAD")) {
            return;
        }
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            complaints.add("refused %d with %s".formatted(answer.status(), answer.header("Content-Type")));
            return;
        }
        var problem = read(answer.body());
        var expected = problems.get(problem.path("type").asText());
        if (expected == null
                || expected != answer.status()
                || problem.path("status").asInt() != answer.status()) {
            complaints.add("a problem that nobody explains: " + answer.status() + " " + answer.body());
        }
        if (problem.path("title").asText().isBlank()) {
            complaints.add("a problem without a title");
        }
    }

    private static JsonNode read(String json) {
        try {
            return ApiDocument.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return ApiDocument.JSON.missingNode();
        }
    }
}
