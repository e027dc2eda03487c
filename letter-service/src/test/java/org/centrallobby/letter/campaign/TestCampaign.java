package org.centrallobby.letter.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.organisation.TestOrganisation;

/** Campaigns that tests create through the API. */
public final class TestCampaign {
    /** Long enough to be published. */
    public static final String BODY = "I live in {constituency.name} and ask you to act. ".repeat(5);

    private TestCampaign() {}

    /** A request that could be published as it is, with a slug of its own. */
    public static Map<String, Object> request() {
        var request = new HashMap<String, Object>();
        request.put("slug", "cameras-" + UUID.randomUUID());
        request.put("title", "Take the \"cameras\" down & out");
        request.put("language", "en");
        request.put("introduction", "Cameras are everywhere.\n\nThey should not be.");
        request.put("template", Map.of("subject", "Cameras in {constituency.name}", "body", BODY));
        request.put("consentWording", "Write to me about this.");
        request.put("goal", 100);
        return request;
    }

    /** The id of a new draft. */
    public static String draft(TestOrganisation organisation, Map<String, Object> request) {
        return organisation
                .asProgram()
                .body(request)
                .post("/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The slug of a new live campaign. */
    public static String live(TestOrganisation organisation) {
        var id = draft(organisation, request());
        return organisation
                .asProgram()
                .post("/v1/campaigns/" + id + "/publish")
                .then()
                .statusCode(200)
                .extract()
                .path("slug");
    }
}
