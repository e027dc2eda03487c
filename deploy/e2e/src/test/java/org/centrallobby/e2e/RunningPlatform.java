package org.centrallobby.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.centrallobby.local.Addresses;
import org.centrallobby.local.Demo;
import org.centrallobby.local.MailboxPage;
import org.centrallobby.local.Platform;
import org.centrallobby.local.Progress;
import org.centrallobby.local.Settings;
import org.centrallobby.testbed.Mailbox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole platform with its demo campaign, started once for all journeys and handed to whoever asks for it. */
public final class RunningPlatform implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(RunningPlatform.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stage.class, type -> Stage.set(), Stage.class);
    }

    /** What the journeys take place on. JUnit closes it after the last of them. */
    record Stage(
            Platform platform,
            Demo demo,
            MailboxPage page,
            Mailbox mailbox,
            ArrivedLetters arrivedLetters,
            TraceReceiver traces)
            implements AutoCloseable {
        private static final List<String> SERVICES = List.of("mp-lookup-service", "letter-service", "mail-service");

        static Stage set() {
            var traces = TraceReceiver.start();
            var settings = new Settings(
                    Path.of("../..").toAbsolutePath().normalize(),
                    temporaryFolder(),
                    Addresses.free(),
                    null,
                    null,
                    null,
                    environment(traces),
                    false);
            var platform = Platform.start(settings, new Progress(System.out));
            try {
                var demo = Demo.publish(platform);
                var mailbox = Objects.requireNonNull(platform.mailbox());
                return new Stage(
                        platform,
                        demo,
                        MailboxPage.start(platform, demo.slug()),
                        mailbox,
                        new ArrivedLetters(mailbox),
                        traces);
            } catch (RuntimeException e) {
                platform.close();
                traces.close();
                throw e;
            }
        }

        @Override
        public void close() {
            var named = new ArrayList<>(inMetrics());
            page.close();
            platform.close();
            traces.close();
            // With their last words.
            named.addAll(inLogsAndTraces());
            if (!named.isEmpty()) {
                throw new AssertionError("What operators read names supporters:\n"
                        + String.join("\n", named.subList(0, Math.min(20, named.size()))));
            }
        }

        /** Where what the services have told until now, in logs, metrics and traces, names a supporter; empty as it should be. */
        List<String> indiscretions() {
            var named = new ArrayList<>(inMetrics());
            named.addAll(inLogsAndTraces());
            return named;
        }

        Path log(String service) {
            return platform.settings().data().resolve("logs/" + service + ".log");
        }

        private List<String> inMetrics() {
            return SERVICES.stream()
                    .flatMap(service -> Discretion.breaches(
                            "the metrics of " + service,
                            Http.text(platform.service(service).url() + "/q/metrics"))
                            .stream())
                    .toList();
        }

        private List<String> inLogsAndTraces() {
            var named = new ArrayList<>(traces.indiscretions());
            for (var service : SERVICES) {
                try (var lines = Files.lines(log(service))) {
                    lines.forEach(line -> named.addAll(Discretion.breaches("the log of " + service, line)));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return named;
        }

        private static Map<String, String> environment(TraceReceiver traces) {
            var environment = new HashMap<String, String>();
            // Faults are waited for, so what is tried again is tried again soon; and all letters go to one mailbox.
            environment.putAll(Map.of(
                    "QUEUE_FIRST_RETRY", "1s",
                    "QUEUE_FIRST_URGENT_RETRY", "1s",
                    "QUEUE_UNCERTAIN_RETRY", "2s",
                    "QUEUE_LEASE", "6s",
                    "QUEUE_LAST_PROBE", "1s",
                    "PACING_MAILBOX_CEILING", "0",
                    "PACING_BRAKE_SHARE", "1.1"));
            // As long as HostileClientsTest has patience.
            environment.putAll(Map.of("DEADLINE_HEAD", "2s", "DEADLINE_BODY", "2s"));
            // The sample is a part of the country, and all supporters write from this machine.
            environment.putAll(Map.of(
                    "GATE_WHOLE_COUNTRY", "false",
                    "LIMITS_ADDRESS_FREE", "5000",
                    "LIMITS_ADDRESS_MOST", "10000",
                    "LIMITS_NETWORK_FREE", "5000",
                    "LIMITS_NETWORK_MOST", "10000",
                    "LIMITS_MEMBER_FREE", "5000",
                    "LIMITS_REQUESTS", "10000"));
            // As in production; a test does not wait five seconds for the next batch of traces.
            environment.putAll(Map.of(
                    "LOG_JSON", "true",
                    "OTEL_SDK_DISABLED", "false",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", traces.url(),
                    "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms"));
            // The guide's receiver of webhooks is on this machine.
            environment.put("WEBHOOK_ALLOW_LOOPBACK", "true");
            // Processes that live for minutes are up sooner where they compile less thoroughly.
            environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
            return environment;
        }

        private static Path temporaryFolder() {
            try {
                return Files.createDirectories(Path.of(
                                "target/platform-" + ProcessHandle.current().pid()))
                        .toAbsolutePath();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
