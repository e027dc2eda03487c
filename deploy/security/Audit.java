import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Java half of {@code deploy/security/audit}. What is not known for certain is never called fine. */
final class Audit {
    private static final List<String> SERVICES = List.of("letter-service", "mail-service", "mp-lookup-service");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The most that one question may have. */
    private static final int BATCH = 1_000;
    /** More pages about one component than this are no answer. */
    private static final int MOST_PAGES = 10;

    private static final int ALL_IS_WELL = 0;
    private static final int SOMETHING_IS_KNOWN = 1;
    private static final int NOT_FOUND_OUT = 2;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI osv;

    private Audit(URI osv) {
        this.osv = osv;
    }

    /** Says in one line why nothing is known. */
    private static final class NotFoundOut extends Exception {
        NotFoundOut(String message) {
            super(message);
        }
    }

    public static void main(String... arguments) {
        var osv = "https://api.osv.dev";
        if (arguments.length == 2 && arguments[0].equals("--osv")) {
            osv = arguments[1];
        } else if (arguments.length > 0) {
            System.out.println("""
                    deploy/security/audit [--osv URL]

                    Asks OSV, or another server that speaks its API, for what is known against the components in the SBOMs.
                    Exit codes: 0 nothing, 1 something, 2 it could not be found out.""");
            System.exit(arguments[0].equals("--help") ? ALL_IS_WELL : NOT_FOUND_OUT);
        }
        System.exit(new Audit(URI.create(osv)).run());
    }

    private int run() {
        try {
            var components = components();
            var known = known(new ArrayList<>(components));
            if (known.isEmpty()) {
                System.out.printf("%d components, nothing known against any of them at %s.%n", components.size(), osv);
                return ALL_IS_WELL;
            }
            known.forEach((component, ids) -> System.out.printf("%s: %s%n", component, String.join(", ", ids)));
            System.out.printf(
                    "%d of %d components: read https://osv.dev/<id> for what it is, and where it is put right.%n",
                    known.size(), components.size());
            return SOMETHING_IS_KNOWN;
        } catch (NotFoundOut e) {
            System.err.printf("deploy/security/audit: %s. Nothing was found out: this is not an all-clear.%n", e.getMessage());
            return NOT_FOUND_OUT;
        }
    }

    /** Of all services, each once, as package URLs. */
    private static TreeSet<String> components() throws NotFoundOut {
        var components = new TreeSet<String>();
        for (var service : SERVICES) {
            var file = Path.of(service, "target", "sbom.json");
            if (!Files.exists(file)) {
                throw new NotFoundOut("there is no %s: mvn package -DskipTests first".formatted(file));
            }
            try {
                for (var component : JSON.readTree(file.toFile()).path("components")) {
                    components.add(component.path("purl").asText().replaceFirst("\\?.*", ""));
                }
            } catch (IOException e) {
                throw new NotFoundOut("%s cannot be read".formatted(file));
            }
        }
        components.removeIf(component -> !component.startsWith("pkg:") || component.startsWith("pkg:maven/org.centrallobby/"));
        if (components.isEmpty()) {
            throw new NotFoundOut("the SBOMs are empty");
        }
        return components;
    }

    private Map<String, TreeSet<String>> known(List<String> components) throws NotFoundOut {
        var known = new TreeMap<String, TreeSet<String>>();
        for (var begin = 0; begin < components.size(); begin += BATCH) {
            var batch = components.subList(begin, Math.min(components.size(), begin + BATCH));
            var pages = new TreeMap<String, String>();
            batch.forEach(component -> pages.put(component, ""));
            for (var page = 0; !pages.isEmpty(); page++) {
                if (page == MOST_PAGES) {
                    throw new NotFoundOut("%s has no end of pages".formatted(osv));
                }
                ask(pages, known);
            }
        }
        return known;
    }

    /** Asks for a page about each; leaves those of which there are more. */
    private void ask(TreeMap<String, String> pages, Map<String, TreeSet<String>> known) throws NotFoundOut {
        var asked = new ArrayList<>(pages.keySet());
        var question = JSON.createObjectNode();
        var queries = question.putArray("queries");
        for (var component : asked) {
            var query = queries.addObject();
            query.putObject("package").put("purl", component);
            if (!pages.get(component).isEmpty()) {
                query.put("page_token", pages.get(component));
            }
        }
        var results = answer(question).path("results");
        if (results.size() != asked.size()) {
            throw new NotFoundOut("%s answered %d of %d questions".formatted(osv, results.size(), asked.size()));
        }
        for (var place = 0; place < asked.size(); place++) {
            var component = asked.get(place);
            for (var vulnerability : results.get(place).path("vulns")) {
                known.computeIfAbsent(component, any -> new TreeSet<>()).add(vulnerability.path("id").asText());
            }
            var next = results.get(place).path("next_page_token").asText();
            if (next.isEmpty()) {
                pages.remove(component);
            } else {
                pages.put(component, next);
            }
        }
    }

    private JsonNode answer(JsonNode question) throws NotFoundOut {
        var request = HttpRequest.newBuilder(osv.resolve("/v1/querybatch"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString()))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new NotFoundOut("%s answered %d".formatted(osv, response.statusCode()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new NotFoundOut("%s cannot be reached, or does not speak OSV's API".formatted(osv));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotFoundOut("interrupted");
        }
    }
}
