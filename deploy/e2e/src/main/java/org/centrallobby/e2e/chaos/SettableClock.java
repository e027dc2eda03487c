package org.centrallobby.e2e.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The clock of one process, which can be set while it runs; see {@link ClockAgent}. */
final class SettableClock {
    private static final List<String> CLASSES = List.of("ClockAgent", "ClockAgent$Offset");

    private final Path file;
    private final Path agent;

    private SettableClock(Path file, Path agent) {
        this.file = file;
        this.agent = agent;
    }

    /** A clock that is right. */
    static SettableClock in(Path folder, String name) {
        var agent = folder.resolve("clock-agent.jar");
        try {
            if (!Files.exists(agent)) {
                pack(agent);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var clock = new SettableClock(folder.resolve(name + ".clock"), agent);
        clock.set(Duration.ZERO);
        return clock;
    }

    /** The JVM's option with which a process follows this clock. */
    String option() {
        return "-javaagent:%s=%s".formatted(agent, file);
    }

    /** Sets it so far forward, or back. */
    void set(Duration offset) {
        try {
            var part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), offset.toMillis() + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (var name : CLASSES) {
                var entry = ClockAgent.class.getPackageName().replace('.', '/') + "/" + name + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (var in = ClockAgent.class.getResourceAsStream(name + ".class")) {
                    java.util.Objects.requireNonNull(in, entry).transferTo(out);
                }
            }
        }
    }
}
