package org.centrallobby.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.e2e.RunningPlatform.Stage;

/**
 * Web sites of an organisation, answered for inside the browser: under any policy, with TLS and without, and with no name server.
 * There the platform goes by the name {@link #PLATFORM}.
 *
 * @param selfHosted what the platform says to paste for the script from the site's own server
 */
record ForeignSite(String platformUrl, String slug, String selfHosted) {
    static final String PLATFORM = "https://act.example";
    static final String SITE = "https://host.example";
    static final String PLAIN_SITE = "http://host.example";

    /** A site that the organisation has not allowed. */
    static final String STRANGER = "https://stranger.example";

    /** What the platform's host may send, and nobody else anything. */
    static final String STRICT =
            "default-src 'none'; script-src https://act.example; connect-src https://act.example; frame-src https://act.example;"
                    + " require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'";

    /** Makes an organisation with these sites and a live campaign of it. */
    static ForeignSite of(Stage stage) {
        var url = stage.platform().addresses().letterUrl();
        var slug = "embedded-" + UUID.randomUUID();
        var key = post(url + "/v1/organisations", stage.platform().operatorKey(), """
                {"name": "Hedgehog Watch", "legalType": "charity", "replyContact": "hello@hedgehogs.example",
                 "imprint": "Hedgehog Watch, 1 Hedge Lane, Ludlow", "privacyUrl": "https://hedgehogs.example/privacy",
                 "allowedOrigins": ["%s", "%s", "%s"], "languages": ["en"]}""".formatted(
                                PLATFORM, SITE, PLAIN_SITE))
                .at("/key/secret")
                .asText();
        var body = "I ask you to speak for a hole in every new fence in {constituency.name}. ".repeat(5);
        var campaign = post(url + "/v1/campaigns", key, """
                {"slug": "%s", "title": "Holes in fences", "language": "en", "goal": 500,
                 "introduction": "Hedgehogs walk two kilometres a night. Fences stop them.",
                 "template": {"subject": "Hedgehogs in {constituency.name}", "body": "%s"}}""".formatted(slug, body))
                .get("id")
                .asText();
        post(url + "/v1/campaigns/%s/publish".formatted(campaign), key, "{}");
        var embed =
                Http.get(url + "/v1/campaigns/%s/embed".formatted(campaign), Map.of("Authorization", "Bearer " + key));
        var selfHosted = embed.body().at("/selfHosted/html").asText().replace(url, PLATFORM);
        return new ForeignSite(url, slug, selfHosted);
    }

    private static JsonNode post(String url, String key, String json) {
        try {
            var headers = Map.of(
                    "Authorization",
                    "Bearer " + key,
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            var answer = Http.post(url, Http.JSON.readTree(json), headers);
            if (answer.status() / 100 != 2) {
                throw new AssertionError(url + " answers " + answer);
            }
            return answer.body();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Has the browser find the platform under its name. */
    void connect(BrowserContext context) {
        context.route(PLATFORM + "/**", route -> {
            var there = route.request().url().replace(PLATFORM, platformUrl);
            route.fulfill(new Route.FulfillOptions().setResponse(route.fetch(new Route.FetchOptions().setUrl(there))));
        });
    }

    /**
     * Opens a page.
     *
     * @param address where it is, on a site or with path and query
     * @param policy its Content-Security-Policy; empty for none
     */
    Visit visit(Page page, String address, String policy, String body) {
        var visit = Visit.of(page);
        connect(page.context());
        serve(page.context(), address, policy, """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>A site</title></head>
                <body><h1>A site</h1>
                %s
                </body></html>""".formatted(body));
        page.navigate(address);
        return visit;
    }

    /** Has the browser find a page at the address. */
    static void serve(BrowserContext context, String address, String policy, String html) {
        var headers = new HashMap<>(Map.of("Content-Type", "text/html; charset=utf-8"));
        if (!policy.isEmpty()) {
            headers.put("Content-Security-Policy", policy);
        }
        context.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setHeaders(headers)
                        .setBody(html)));
    }

    String script() {
        return "<script type=\"module\" src=\"%s/widget/v1/mp-letter.js\"></script>".formatted(PLATFORM);
    }

    String widget() {
        return "<mp-letter campaign=\"%s\"><a href=\"%s/c/%1$s\">Write to your MP about hedgehogs</a></mp-letter>"
                .formatted(slug, PLATFORM);
    }

    String frameScript() {
        return "<script type=\"module\" src=\"%s/widget/v1/mp-letter-frame.js\"></script>".formatted(PLATFORM);
    }

    String frame() {
        return """
                <iframe src="%s/embed/%s?lang=en" title="Holes in fences" width="100%%" height="640" frameborder="0" allow="clipboard-write; web-share"></iframe>""".formatted(PLATFORM, slug);
    }

    /**
     * What a page asked for and what went wrong on it.
     *
     * @param faults messages of the console and errors that nobody caught
     */
    record Visit(Page page, List<String> requests, List<String> faults) {
        static Visit of(Page page) {
            var visit = new Visit(page, new ArrayList<>(), new ArrayList<>());
            page.onRequest(request -> visit.requests.add(request.url()));
            page.onPageError(visit.faults::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    visit.faults.add(message.text());
                }
            });
            return visit;
        }

        /** Requests to anybody but the site and the platform. */
        List<String> strangers() {
            return requests.stream()
                    .filter(url -> !url.startsWith(PLATFORM + "/")
                            && !url.startsWith(SITE + "/")
                            && !url.startsWith(PLAIN_SITE + "/")
                            && !url.startsWith("data:"))
                    .toList();
        }
    }
}
