package org.centrallobby.operations;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Topics with their settings, as {@code asyncapi.yaml} has them and as others make them. */
final class Topics {
    private static final Map<String, String> A_WEEK =
            Map.of("cleanup.policy", "delete", "retention.ms", "518400000", "segment.ms", "86400000");

    private Topics() {}

    /** With those of what no consumer could take; the contract names them in words. */
    static Map<String, Map<String, String>> ofTheContract() {
        var topics = new TreeMap<String, Map<String, String>>();
        var contract = Checkout.yaml(Checkout.text("deploy/contracts/asyncapi.yaml"));
        contract.at("/channels").forEach(channel -> {
            var settings = new TreeMap<String, String>();
            channel.at("/bindings/kafka/topicConfiguration")
                    .properties()
                    .forEach(setting -> settings.put(
                            setting.getKey(),
                            setting.getValue().isArray()
                                    ? setting.getValue().get(0).asText()
                                    : setting.getValue().asText()));
            topics.put(channel.get("address").asText(), settings);
        });
        contract.at("/operations").forEach(operation -> {
            if (operation.get("action").asText().equals("receive")) {
                var channel = operation.at("/channel/$ref").asText().replace("#", "");
                topics.put(contract.at(channel).get("address").asText() + ".dlq", A_WEEK);
            }
        });
        return topics;
    }

    /** What a script makes by calls of its function {@code topic}. */
    static Map<String, Map<String, String>> of(String script) {
        var topics = new TreeMap<String, Map<String, String>>();
        Pattern.compile("(?m)^topic (\\S+) (.*)$").matcher(script).results().forEach(call -> {
            var settings = new TreeMap<String, String>();
            var words = call.group(2).equals("\"${week[@]}\"")
                    ? Pattern.compile("week=\\(([^)]*)\\)")
                            .matcher(script)
                            .results()
                            .findFirst()
                            .orElseThrow()
                            .group(1)
                    : call.group(2);
            Arrays.stream(words.split(" ")).forEach(word -> settings.put(word.split("=", 2)[0], word.split("=", 2)[1]));
            topics.put(call.group(1), settings);
        });
        return topics;
    }
}
