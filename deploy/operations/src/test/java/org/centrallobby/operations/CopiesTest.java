package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

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
        var copies = Checkout.SERVICES.stream()
                .flatMap(service -> Checkout.files(service + "/src/main", "/" + name + ".java").stream())
                .map(Checkout::text)
                .map(text -> text.replaceAll("org\\.centrallobby\\.(letter|lookup|mail)\\b", "org.centrallobby"))
                .toList();

        assertThat(copies).hasSize(3);
        assertThat(copies.stream().distinct().collect(Collectors.joining("\n"))).isEqualTo(copies.getFirst());
    }
}
