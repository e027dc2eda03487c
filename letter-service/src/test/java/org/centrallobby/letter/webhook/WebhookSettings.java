package org.centrallobby.letter.webhook;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The configuration as a test of a single class wants it. */
final class WebhookSettings {
    private WebhookSettings() {}

    static WebhookConfig with(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .withDefaultValue("operator.key", "the operator's key of a test")
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(WebhookConfig.class);
    }
}
