package org.centrallobby.testbed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a service needs around it, started once for all the tests of a module and handed over as configuration. */
public final class Testbed implements QuarkusTestResourceLifecycleManager {
    private @Nullable Postgres postgres;
    private @Nullable Broker broker;
    private @Nullable Mailbox mailbox;

    @Override
    public Map<String, String> start() {
        var folder = temporaryFolder();
        var database = postgres = Postgres.throwaway(folder.resolve("postgresql"));
        var kafka = broker = Broker.start(folder.resolve("kafka"), Ports.free());
        var smtp = mailbox = Mailbox.start(folder.resolve("mailbox"), Ports.free());
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl("postgres"),
                "quarkus.datasource.username",
                Postgres.USER,
                "quarkus.datasource.password",
                "",
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "smtp.host",
                "localhost",
                "smtp.port",
                Integer.toString(smtp.port()));
    }

    /** Gives a test the mailbox of this run for a field of type {@link Mailbox} annotated with {@link Inject}. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mailbox, new TestInjector.AnnotatedAndMatchesType(Inject.class, Mailbox.class));
        injector.injectIntoFields(broker, new TestInjector.AnnotatedAndMatchesType(Inject.class, Broker.class));
        injector.injectIntoFields(postgres, new TestInjector.AnnotatedAndMatchesType(Inject.class, Postgres.class));
    }

    @Override
    public void stop() {
        closeAll(mailbox, broker, postgres);
    }

    private static void closeAll(@Nullable AutoCloseable... parts) {
        for (var part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                // The JVM ends in a moment: the other parts still have to be told.
                System.err.println("The testbed could not stop " + part + ": " + e);
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("central-lobby-testbed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Marks a field of a test that the testbed fills. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @java.lang.annotation.Target(java.lang.annotation.ElementType.FIELD)
    public @interface Inject {}
}
