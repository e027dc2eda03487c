package org.centrallobby.testbed.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.centrallobby.testbed.api.ApiOperation;
import org.jspecify.annotations.Nullable;

/** Makes odd requests of a good one: mostly odd in one place, so that what lies behind the first check is reached as well. */
final class OddRequests {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Content-Encoding",
            "Content-Type",
            "Cookie",
            "Forwarded",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "OSDI-API-Token",
            "Origin",
            "Range",
            "Referer",
            "X-Forwarded-Host",
            "X-HTTP-Method-Override",
            "traceparent");
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=UTF-16",
            "application/json; charset=nonsense",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "application/xml",
            "image/png",
            "message/rfc822",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/csv",
            "text/html",
            "text/plain",
            "*/*",
            "/",
            "json");

    private final RandomGenerator random;
    private final Oddities oddities;
    private final OddJson json;

    OddRequests(RandomGenerator random, Oddities oddities) {
        this.random = random;
        this.oddities = oddities;
        this.json = new OddJson(random, oddities);
    }

    /**
     * @param path of the operation, with things that are there for its parameters
     * @param key null for none
     */
    Request of(ApiOperation operation, String path, @Nullable String key) {
        var draft = new Draft(operation, path, key);
        var changes = random.nextInt(5) == 0 ? 2 : 1;
        for (var change = 0; change < changes; change++) {
            draft.change();
        }
        return draft.request();
    }

    /** What is asked for in JSON, good otherwise, as plain text: some frameworks make a value of it by themselves. */
    Request asPlainText(ApiOperation operation, String path, @Nullable String key) {
        var draft = new Draft(operation, path, key);
        draft.headers.put("Content-Type", "text/plain");
        return draft.request();
    }

    private final class Draft {
        private final ApiOperation operation;
        private final String[] segments;
        private final List<String> query = new ArrayList<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final @Nullable JsonNode sample;
        private String method;
        private byte @Nullable [] body;

        Draft(ApiOperation operation, String path, @Nullable String key) {
            this.operation = operation;
            this.method = operation.method();
            this.segments = path.split("/", -1);
            this.sample = operation.sample();
            // A visitor of its own: what is counted by address is another test's matter.
            headers.put(
                    "X-Forwarded-For",
                    "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            if (key != null) {
                headers.put("Authorization", "Bearer " + key);
            }
            operation.node().path("parameters").forEach(parameter -> {
                var name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                    query.add(name + "="
                            + URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8));
                }
                if (name.equals("If-Match")) {
                    headers.put("If-Match", "*");
                }
            });
            operation.request().ifPresent(content -> {
                headers.put("Content-Type", content.mediaType().startsWith("*") ? "text/csv" : content.mediaType());
                if (sample != null) {
                    body = text(sample).getBytes(StandardCharsets.UTF_8);
                }
            });
        }

        void change() {
            var place = random.nextInt(20);
            if (place < 11 && body != null) {
                changeBody();
            } else if (place < 14) {
                changeQuery();
            } else if (place < 17 && !operation.parameters().isEmpty()) {
                changePath();
            } else if (place < 19) {
                changeHeader();
            } else {
                method = oddities.one(METHODS);
            }
        }

        private void changeBody() {
            var whole = body == null ? new byte[0] : body;
            body = switch (random.nextInt(16)) {
                case 0 -> Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                case 1 -> flipped(whole);
                case 2 -> new String(whole, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
                case 3 -> ("\uFEFF" + new String(whole, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                case 4 -> noise();
                default ->
                    (isJson() && sample != null ? json.of(sample) : oddLine(whole)).getBytes(StandardCharsets.UTF_8);
            };
        }

        private boolean isJson() {
            return operation.request().filter(ApiOperation.Content::isJson).isPresent();
        }

        /** One line of a text that is no JSON is another's, or is long, or has an odd cell. */
        private String oddLine(byte[] whole) {
            var lines = new ArrayList<>(
                    new String(whole, StandardCharsets.UTF_8).lines().toList());
            var odd = switch (random.nextInt(3)) {
                case 0 -> oddities.text();
                case 1 -> "\"" + oddities.text();
                default -> "E14001167," + oddities.text() + "," + oddities.text();
            };
            lines.add(random.nextInt(lines.size() + 1), odd);
            return String.join(random.nextBoolean() ? "\n" : "\r\n", lines);
        }

        private byte[] flipped(byte[] whole) {
            var flipped = whole.clone();
            if (flipped.length > 0) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
            }
            return flipped;
        }

        private byte[] noise() {
            var noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            return noise;
        }

        private void changeQuery() {
            var names = StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
            var name = names.isEmpty() || random.nextInt(10) == 0 ? oddities.encoded() : oddities.one(names);
            query.removeIf(pair -> pair.startsWith(name + "=") && random.nextInt(4) > 0);
            query.add(random.nextInt(10) == 0 ? name : name + "=" + oddities.encoded());
        }

        /** One of its parameters is odd. */
        private void changePath() {
            var template = operation.path().split("/", -1);
            var parameters = new ArrayList<Integer>();
            for (var index = 0; index < template.length; index++) {
                if (template[index].startsWith("{")) {
                    parameters.add(index);
                }
            }
            segments[oddities.one(parameters)] = oddities.encoded();
        }

        private void changeHeader() {
            if (random.nextInt(3) == 0) {
                headers.put(random.nextBoolean() ? "Content-Type" : "Accept", oddities.one(MEDIA_TYPES));
                return;
            }
            var name = oddities.one(HEADERS);
            if (random.nextInt(6) == 0) {
                headers.remove(name);
            } else {
                headers.put(name, oddities.header());
            }
        }

        Request request() {
            var target = String.join("/", segments) + (query.isEmpty() ? "" : "?" + String.join("&", query));
            return new Request(method, target, headers, body);
        }

        private static String text(JsonNode sample) {
            return sample.isTextual() ? sample.asText() : sample.toString();
        }
    }
}
