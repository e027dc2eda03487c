package org.centrallobby.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The campaign that is measured: six points to choose from, a line of one's own, rules and lists. */
final class CampaignText {
    static final String OPENING =
            "I live in {constituency.name} and I am writing to ask you to speak up for our public libraries,"
                    + " whose opening hours have been cut by half since the spring while more people than ever need them.";

    static final List<String> POINTS = List.of(
            "After school the library is full of children who have no quiet table at home. They read, they do their homework,"
                    + " and somebody looks up when they come in. None of that can be had from a screen at the bus stop.",
            "For many older people the reading room is the one warm place that costs nothing. Those who sat there every"
                    + " morning last winter now sit at home with the heating off, and nobody notices when they fall ill.",
            "Whoever looks for work has to apply online these days. The computers in the library are the only ones that some"
                    + " of my neighbours can use, and the librarians the only ones who help them with the forms.",
            "What the county saves by closing on three days a week is less than it spends on consultants in a month. The"
                    + " figures were in its own report in March, and no councillor has contradicted them since.",
            "Small shops around the market live off the people who come for the library. On the days on which it stays shut"
                    + " half of them do not open either, and two have given up their leases this year.",
            "Books are a small part of it. There is a choir, a repair table, a room in which new parents meet, and a desk"
                    + " where the council's letters are explained to those who cannot make sense of them.");

    static final String CLOSE =
            "Will you raise this with the minister, and tell me what the answer was? I would be glad to hear"
                    + " from you, and I will pass your answer on to the others who use the library with me.";

    private static final Map<String, Object> WALES = Map.of(
            "name", "Wales",
            "when", Map.of("nations", List.of("Wales"), "parties", List.of("Labour")),
            "outcome", "letter");

    private static final Map<String, Object> EVERYONE = Map.of("name", "Everyone", "outcome", "letter");

    private CampaignText() {}

    /** The body of {@code POST /v1/campaigns} where nothing is known of anybody's offices. */
    static Map<String, Object> withoutOffices(String slug) {
        var request = new HashMap<>(request(slug));
        request.put("rules", List.of(WALES, EVERYONE));
        request.remove("letters");
        return request;
    }

    /** The body of {@code POST /v1/campaigns}. */
    static Map<String, Object> request(String slug) {
        return Map.ofEntries(
                Map.entry("slug", slug),
                Map.entry("title", "Keep our libraries open"),
                Map.entry("language", "en"),
                Map.entry("introduction", "Opening hours have been cut by half.\n\nAsk your MP to speak up."),
                Map.entry("template", template(OPENING)),
                Map.entry(
                        "letters",
                        Map.of("ministers", template(OPENING + " You sit in the government that decides it."))),
                Map.entry(
                        "rules",
                        List.of(
                                Map.of(
                                        "name", "Ministers",
                                        "when", Map.of("offices", List.of("Minister for Libraries")),
                                        "outcome", "letter",
                                        "letter", "ministers"),
                                WALES,
                                EVERYONE)),
                Map.entry("consentWording", "You may write to me about this campaign."),
                Map.entry("goal", 1_000_000),
                Map.entry("ownWords", Map.of("personalLine", true, "alikeLimit", 95, "whenAlike", "hold")),
                Map.entry("whenSeatVacant", "hold"));
    }

    private static Map<String, Object> template(String opening) {
        return Map.of(
                "subject",
                "Libraries in {constituency.name}",
                "body",
                opening,
                "points",
                IntStream.range(0, POINTS.size())
                        .mapToObj(point ->
                                Map.of("id", "point-" + point, "title", "Point " + point, "text", POINTS.get(point)))
                        .toList(),
                "leastPoints",
                1,
                "mostPoints",
                4,
                "close",
                CLOSE,
                "prompts",
                List.of("What did you last borrow?"));
    }
}
