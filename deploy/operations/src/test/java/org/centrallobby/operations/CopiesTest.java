package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There is no module that the services share; what guards them is in each, and mended in all or in none. */
class CopiesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "logging/Doors",
                "logging/LogLines",
                "logging/Wordless",
                "outbox/OutboxMetrics",
                "outbox/OutboxRelay",
                "time/SystemTime",
                "tracing/NothingPersonal",
                "web/ClearRequests",
                "web/ConnectionGuards",
                "web/GuardSwitch",
                "web/RequestDeadlines",
            })
    void theThreeServicesHaveTheSame(String name) {
        areAlike(name, Checkout.SERVICES);
    }

    /** The lookup service's events belong to no trace, and it withdraws none. */
    @ParameterizedTest
    @ValueSource(strings = {"outbox/EventPublisher", "outbox/OutboxBatch"})
    void theTwoThatLettersPassThroughHaveTheSame(String name) {
        areAlike(name, List.of("letter-service", "mail-service"));
    }

    private static void areAlike(String name, List<String> services) {
        var copies = services.stream()
                .flatMap(service -> Checkout.files(service + "/src/main", "/" + name + ".java").stream())
                .map(Checkout::text)
                .map(text -> text.replaceAll("org\\.centrallobby\\.(letter|lookup|mail)\\b", "org.centrallobby"))
                .toList();

        assertThat(copies).hasSameSizeAs(services);
        assertThat(copies.stream().distinct().collect(Collectors.joining("\n"))).isEqualTo(copies.getFirst());
    }
}
