package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets as Docker and Kubernetes lay them down, read by what the services read their settings with. */
class SecretFilesTest {
    @Test
    void aFileNamedLikeAVariableIsItsValue(@TempDir Path folder) throws IOException {
        // Kubernetes: links to a folder that is exchanged as a whole.
        var version = Files.createDirectory(folder.resolve("..2026_11_26"));
        Files.createSymbolicLink(folder.resolve("..data"), version);
        // An editor leaves the end of the line; a dollar sign that is meant is written twice.
        secret(folder, "DATABASE_PASSWORD", "pa$$$$ \\word\n");
        secret(folder, "OPERATOR_KEY", "key-of-the-operator");
        secret(folder, "SMTP_PASSWORD", "");
        secret(folder, "kafka.sasl.jaas.config", "module required;");

        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredSources()
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "smallrye.config.source.file.locations",
                                folder.toString(),
                                "quarkus.datasource.password",
                                "${DATABASE_PASSWORD:}"),
                        "application.properties",
                        250))
                .build();

        assertThat(config.getOptionalValue("operator.key", String.class)).hasValue("key-of-the-operator");
        assertThat(config.getOptionalValue("quarkus.datasource.password", String.class))
                .hasValue("pa$$ \\word");
        assertThat(config.getOptionalValue("smtp.password", String.class)).isEmpty();
        assertThat(config.getPropertyNames()).contains("kafka.sasl.jaas.config");
    }

    @Test
    void everyServiceReadsThem() {
        for (var service : Checkout.SERVICES) {
            assertThat(Checkout.text(service + "/pom.xml"))
                    .contains("<artifactId>smallrye-config-source-file-system</artifactId>");
        }
    }

    private static void secret(Path folder, String name, String value) throws IOException {
        Files.writeString(folder.resolve("..2026_11_26").resolve(name), value);
        Files.createSymbolicLink(folder.resolve(name), Path.of("..data", name));
    }
}
