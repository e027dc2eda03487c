package org.centrallobby.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    record Stage(Platform platform, Demo demo, MailboxPage page, Mailbox mailbox, ArrivedLetters arrivedLetters)
            implements AutoCloseable {

        static Stage set() {
            var settings = new Settings(
                    Path.of("../..").toAbsolutePath().normalize(),
                    temporaryFolder(),
                    Addresses.free(),
                    null,
                    null,
                    null,
                    // Faults are waited for, so what is tried again is tried again soon.
                    // The sample is a part of the country, and all supporters write from this machine.
                    Map.of(
                            "QUEUE_FIRST_RETRY",
                            "1s",
                            "QUEUE_LEASE",
                            "6s",
                            "GATE_WHOLE_COUNTRY",
                            "false",
                            "LIMITS_ADDRESS_FREE",
                            "5000",
                            "LIMITS_ADDRESS_MOST",
                            "10000",
                            "LIMITS_NETWORK_FREE",
                            "5000",
                            "LIMITS_NETWORK_MOST",
                            "10000",
                            "LIMITS_MEMBER_FREE",
                            "5000",
                            "LIMITS_REQUESTS",
                            "10000"),
                    false);
            var platform = Platform.start(settings, new Progress(System.out));
            try {
                var demo = Demo.publish(platform);
                var mailbox = Objects.requireNonNull(platform.mailbox());
                return new Stage(
                        platform, demo, MailboxPage.start(platform, demo.slug()), mailbox, new ArrivedLetters(mailbox));
            } catch (RuntimeException e) {
                platform.close();
                throw e;
            }
        }

        @Override
        public void close() {
            page.close();
            platform.close();
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
