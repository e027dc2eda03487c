package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerfileTest {
    private static final String FILE = Checkout.text("deploy/compose/Containerfile");

    @Test
    void everyServiceIsAStageOfItsOwnOnTheSameGround() {
        assertThat(found("(?m)^FROM runtime AS (\\S+)$")).containsExactlyInAnyOrderElementsOf(Checkout.SERVICES);
        assertThat(found("(?m)^ARG \\w+=(\\S+)$")).hasSize(2).allMatch(image -> image.matches(".+:\\d+\\.\\d+.*"));
        assertThat(found("(?m)^FROM (\\S+)")).containsOnly("${BUILDER}", "${RUNTIME}", "runtime");
    }

    @Test
    void aServiceIsNobodyAndStartsWithoutAShell() {
        // The first is the training's, of which only the cache is kept.
        assertThat(found("(?m)^USER (\\S+)$")).containsExactly("nobody", "10001:10001");
        assertThat(found("(?m)^ENTRYPOINT (.)")).containsExactly("[");
        assertThat(found("(?m)^    CMD (.)")).containsExactly("[");
        // Whoever it is to be is settled before anything of the service is there, and nobody goes back to root.
        assertThat(FILE.indexOf("USER 10001")).isLessThan(FILE.indexOf("FROM runtime AS"));
    }

    @Test
    void whatChangesSeldomComesFirst() {
        for (var service : Checkout.SERVICES) {
            var stage = FILE.substring(FILE.indexOf("FROM runtime AS " + service));
            var layers = Pattern.compile("(?m)^COPY --from=\\w+ (?:--chown=0:0 )?/\\S+/(\\S+?)/? \\S+$")
                    .matcher(stage)
                    .results()
                    .map(layer -> layer.group(1))
                    .limit(5)
                    .toList();

            assertThat(layers).as(service).containsExactly("lib", "quarkus-run.jar", "quarkus", "app", "app.aot");
            assertThat(stage).contains("/src/" + service + "/target/quarkus-app/lib/");
        }
    }

    @Test
    void itRunsWithTheOptionsItWasTrainedWith() {
        // Another collector lays objects out otherwise, and the cache would be of no use.
        assertThat(FILE)
                .contains("\"@/central-lobby/jvm.options\"")
                .contains("/src/deploy/jvm.options /central-lobby/deploy/jvm.options")
                .contains("-XX:AOTCache=app.aot")
                .contains("-Dcentral-lobby.train=2000");
        assertThat(Checkout.text("deploy/local/src/main/java/org/centrallobby/local/ServiceProcess.java"))
                .contains("deploy/jvm.options", "central-lobby.train", "-XX:AOTCacheOutput=");
    }

    @Test
    void noSecretGetsIntoAnImage() {
        assertThat(Checkout.text("deploy/compose/Containerfile.dockerignore").lines())
                .contains(
                        "deploy/compose/secrets",
                        "deploy/compose/backups",
                        "deploy/compose/.env",
                        "**/target",
                        "data",
                        ".git");
        assertThat(Checkout.text(".gitignore").lines())
                .contains("/deploy/compose/secrets/", "/deploy/compose/backups/", "/deploy/compose/.env");
    }

    @Test
    void theHealthCheckSaysWhatTheServiceSays(@TempDir Path classes) throws IOException {
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        Checkout.path("deploy/compose/health/Health.java").toString());
        assertThat(compiled).isZero();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var port = server.getAddress().getPort();
        var status = new int[] {200};
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });

        assertThat(health(classes, port)).as("nobody listens yet").isNotZero();
        server.start();
        assertThat(health(classes, port)).isZero();
        status[0] = 503;
        assertThat(health(classes, port)).isNotZero();
        server.stop(0);
        assertThat(health(classes, port)).isNotZero();
    }

    private static int health(Path classes, int port) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Run.of(
                        Map.of("HTTP_PORT", Integer.toString(port)),
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-cp",
                        classes.toString(),
                        "Health")
                .code();
    }

    private static List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(FILE)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
