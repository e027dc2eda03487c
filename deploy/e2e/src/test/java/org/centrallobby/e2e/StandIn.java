package org.centrallobby.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Answers the widget in the platform's stead, so that a test meets every state at will: which one follows from the postcode that
 * is typed. What is handed in is kept for the test to look at.
 */
final class StandIn {
    /** Leads to an MP who takes e-mail. */
    static final String POSTCODE = "E4 8ND";

    static final String UNKNOWN = "ZZ1 1ZZ";
    static final String SPLIT = "SP1 1IT";
    static final String VACANT = "VA1 1NT";
    static final String EXCLUDED = "EX1 1CL";
    static final String REDIRECTED = "RE1 1DR";
    static final String BY_POST = "PO1 1ST";
    static final String CODE = "123456";

    private static final List<String> POINTS = List.of("Public money", "Safety", "A timetable", "Human rights");
    private static final String CONSTITUENCY = """
        {"code": "E14001167", "name": "Chingford and Woodford Green", "nameCy": null}\
        """;

    private final List<JsonNode> letters = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    /** Takes over what the page asks of the public API from now on. */
    static StandIn behind(Page page) {
        var standIn = new StandIn();
        page.onRequest(request -> standIn.requests.add(request.url()));
        page.route("**/v1/public/**", standIn::answer);
        return standIn;
    }

    /** The letters that were handed in. */
    List<JsonNode> letters() {
        return letters;
    }

    /** The address of everything that the page has asked for. */
    List<String> requests() {
        return requests;
    }

    private void answer(Route route) {
        var request = route.request();
        if (request.method().equals("OPTIONS")) {
            fulfil(route, 204, "", "text/plain");
            return;
        }
        var path = URI.create(request.url()).getPath().replaceFirst("/v1/public/(campaigns/[^/]+/?)?", "");
        switch (path) {
            case "" -> json(route, 200, campaign(request.url()));
            case "mp" -> findMp(route, parameter(request, "postcode"), parameter(request, "constituency"));
            case "preview" -> preview(route, body(request));
            case "letters" -> take(route, body(request));
            case "progress" -> json(route, 200, """
                {"confirmed": 413, "goal": 1000, "constituencies": [], "seats": 650, "heard": 212, \
                "near": [{"code": "E14001211", "name": "Epping Forest", "nameCy": null}]}\
                """);
            case "confirmations" -> confirm(route, body(request));
            case "qr.svg" -> fulfil(route, 200, """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>QR</title><path d="M1 1h3v3H1z"/></svg>\
                    """, "image/svg+xml");
            default ->
                json(route, 200, path.startsWith("shares/") ? "{\"friends\": 3}" : "{\"status\": \"sent-by-writer\"}");
        }
    }

    private static String campaign(String url) {
        return """
            {"slug": "cameras", "title": "Take the cameras down", "language": "%s", "languages": ["en", "cy"], "state": "live", \
            "introduction": "Who watches whom?", "texts": {"find": "Begin here.", "write": null, "sent": null, "confirmed": null, \
            "share": null, "closed": null}, "organisation": {"name": "Clear Sight", "privacyUrl": "https://clearsight.example/privacy", \
            "imprint": "Clear Sight, 12 Sample Street"}, "consent": {"mode": "opt-in", "wording": "Clear Sight may write to me."}, \
            "share": {"url": "https://act.example/c/cameras", "text": "I have written.", "picture": null}, \
            "progress": {"confirmed": 412, "goal": 1000}, "personalLine": false, "comments": true, "ownMailbox": true, \
            "closesAt": null, "ending": null}\
            """.formatted(url.endsWith("lang=cy") ? "cy" : "en");
    }

    private static void findMp(Route route, String postcode, String constituency) {
        var typed = postcode.replace(" ", "");
        if (typed.equalsIgnoreCase(UNKNOWN.replace(" ", ""))) {
            problem(route, 404, "unknown-postcode", ", \"candidates\": [" + CONSTITUENCY + "]");
            return;
        }
        if (typed.equalsIgnoreCase(SPLIT.replace(" ", "")) && constituency.isEmpty()) {
            json(route, 200, """
                {"postcode": "%s", "corrected": false, "terminated": null, "constituency": null, "candidates": [%s], "seat": null}\
                """.formatted(SPLIT, CONSTITUENCY));
            return;
        }
        var member = """
            {"name": "Sir Iain Duncan Smith", "party": "Conservative", "delivery": "%s", "webForm": null}\
            """.formatted(typed.equals(BY_POST.replace(" ", "")) ? "post" : "email");
        var vacant = typed.equals(VACANT.replace(" ", ""));
        json(route, 200, """
            {"postcode": "%s", "corrected": false, "terminated": null, "constituency": %s, "candidates": [], \
            "seat": {"status": "%s", "member": %s}}\
            """.formatted(postcode, CONSTITUENCY, vacant ? "vacant" : "filled", vacant ? "null" : member));
    }

    private static void preview(Route route, ObjectNode asked) {
        switch (asked.path("postcode").asText()) {
            case EXCLUDED -> problem(route, 409, "no-letter-wanted", "");
            case REDIRECTED -> problem(route, 409, "other-campaign", ", \"url\": \"https://act.example/c/other\"");
            default -> json(route, 200, letter(asked));
        }
    }

    private static String letter(ObjectNode asked) {
        var chosen = asked.hasNonNull("points")
                ? StreamSupport.stream(asked.get("points").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : POINTS.subList(0, 2);
        var body = asked.hasNonNull("body")
                ? asked.get("body").asText()
                : "I am your constituent.\n\n" + String.join("\n\n", chosen) + "\n\n"
                        + asked.path("personalLine").asText() + "\n\nWill you vote for it?";
        var points = POINTS.stream()
                .map(point -> "{\"id\": \"%1$s\", \"title\": \"%1$s\", \"text\": \"About %1$s.\"}".formatted(point))
                .collect(Collectors.joining(", "));
        var letter = Http.JSON
                .createObjectNode()
                .put("subject", asked.path("subject").asText("The cameras"))
                .put("greeting", "Dear Sir Iain,")
                .put("body", body)
                .put("signature", "Yours sincerely,\n\n" + asked.path("name").asText())
                .put("footer", "-- \nCarried for Clear Sight.")
                .put("text", "Dear Sir Iain,\n\n" + body);
        letter.set("offer", read("""
            {"kind": "letter", "points": [%s], "chosen": [%s], "leastPoints": 1, "mostPoints": 3, \
            "prompts": ["Do you pass such a camera?"], "personalLine": false}\
            """.formatted(
                        points, chosen.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")))));
        letter.set(
                "similarity",
                read("{\"template\": %s, \"nearest\": 0, \"verdict\": \"allow\"}"
                        .formatted(asked.path("personalLine").asText().isEmpty() ? "1" : "0.8")));
        return letter.toString();
    }

    private void take(Route route, ObjectNode letter) {
        letters.add(letter);
        var own = letter.path("way").asText().equals("own-mailbox");
        json(route, 202, """
            {"id": "01936f41-0000-7000-8000-000000000001", "status": "%s", \
            "share": {"url": "https://act.example/c/cameras?from=k3Jx9aQ2pL7m"}, "ownMailbox": %s}\
            """.formatted(own ? "awaiting-sender" : "awaiting-confirmation", own ? """
                    {"to": "mp@parliament.example", "copyTo": "copy-1@in.example", "subject": "The cameras", \
                    "text": "Dear Sir Iain", "token": "t"}\
                    """ : "null"));
    }

    private static void confirm(Route route, ObjectNode asked) {
        if (asked.path("code").asText().equals(CODE)) {
            json(route, 200, "{\"letter\": \"01936f41-0000-7000-8000-000000000001\", \"status\": \"confirmed\"}");
        } else {
            problem(route, 422, "wrong-code", "");
        }
    }

    private static ObjectNode body(Request request) {
        return read(request.postData());
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) Http.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parameter(Request request, String name) {
        for (var pair : URI.create(request.url()).getQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static void problem(Route route, int status, String name, String more) {
        json(route, status, """
            {"type": "https://centrallobby.org/problems/%1$s", "title": "%1$s", "status": %2$d, "detail": "Why: %1$s."%3$s}\
            """.formatted(name, status, more));
    }

    private static void json(Route route, int status, String body) {
        fulfil(route, status, body, "application/json");
    }

    private static void fulfil(Route route, int status, String body, String type) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setBody(body)
                .setHeaders(Map.of(
                        "Content-Type", type,
                        "Access-Control-Allow-Origin", "*",
                        "Access-Control-Allow-Headers", "*",
                        "Access-Control-Allow-Methods", "*")));
    }
}
