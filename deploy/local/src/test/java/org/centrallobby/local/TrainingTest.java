package org.centrallobby.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the build of the images does: supporters take part, and every service records its ahead-of-time cache. The caches are left
 * where they are: the journeys that come next start their services with them, as the images do.
 */
class TrainingTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void everyServiceRecordsItsCache() throws IOException, InterruptedException {
        assumeTrue(files("quarkus-run.jar").allMatch(Files::exists), "the services are not packaged: run mvn verify");
        removeCaches();
        var output = folder.resolve("output");

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dcentral-lobby.home=" + HOME,
                        "-Dcentral-lobby.train=40",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalPlatform.class.getName(),
                        "--check")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        assertThat(files("app.aot")).allSatisfy(cache -> assertThat(cache).isNotEmptyFile());
    }

    private static void removeCaches() throws IOException {
        for (var cache : files("app.aot").toList()) {
            Files.deleteIfExists(cache);
        }
    }

    private static Stream<Path> files(String name) {
        return Stream.of("mp-lookup-service", "letter-service", "mail-service")
                .map(service ->
                        HOME.resolve(service).resolve("target/quarkus-app").resolve(name));
    }
}
