package org.centrallobby.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a document shows in its blocks marked {@code sh}, run one after the other in one shell. What stands in the
 * block marked {@code json} or {@code text} that follows is compared with what they answer.
 */
final class Walkthrough {
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|json|text)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final int PATIENCE_SECONDS = 90;

    private final List<Step> steps;

    private Walkthrough(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * @param line where the commands begin in the document
     * @param answer null where none is shown
     */
    private record Step(int line, String commands, @Nullable ShownAnswer answer) {}

    static Walkthrough of(Path document) throws IOException {
        var text = Files.readString(document);
        var steps = new ArrayList<Step>();
        var blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).equals("sh")) {
                var line = text.substring(0, blocks.start()).split("\n", -1).length + 1;
                steps.add(new Step(line, blocks.group(2), null));
            } else if (!steps.isEmpty()) {
                var last = steps.removeLast();
                assertThat(last.answer)
                        .as("the commands of line %d have one answer", last.line)
                        .isNull();
                steps.add(new Step(last.line, last.commands, ShownAnswer.of(blocks.group(1), blocks.group(2))));
            }
        }
        return new Walkthrough(steps);
    }

    /** Whether the commands of a walk-through that use these programs can be tried on this machine. */
    static boolean canRun(String... programs) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "-c", "type -P \"$@\" > /dev/null", "bash"));
        command.addAll(List.of(programs));
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    int steps() {
        return steps.size();
    }

    /** The same with another address, port or name in the commands. */
    Walkthrough with(String shown, String used) {
        assertThat(steps).as(shown).anyMatch(step -> step.commands.contains(shown));
        return new Walkthrough(steps.stream()
                .map(step -> new Step(step.line, step.commands.replace(shown, used), step.answer))
                .toList());
    }

    /**
     * Runs all of it; the first command that fails ends it. Names every answer that is not as shown.
     *
     * @param folder where the commands are given
     * @param typed what is typed at each {@code read}, in their order
     * @return the answer of the last step
     */
    String run(Path folder, Map<String, String> environment, List<Supplier<String>> typed)
            throws IOException, InterruptedException {
        var output = Files.createTempDirectory(folder, "answers");
        var script = new StringBuilder("set -euo pipefail\n");
        for (var i = 0; i < steps.size(); i++) {
            script.append(
                    "{\n%s\n} > %s 2> %s\n".formatted(steps.get(i).commands, answer(output, i), errors(output, i)));
        }
        var builder = new ProcessBuilder("bash", "-c", script.toString()).directory(folder.toFile());
        builder.environment().putAll(environment);
        var shell = builder.start();
        try {
            // What is typed is only known once what was asked for has come.
            var typing = CompletableFuture.runAsync(() -> type(shell, typed));
            var ended = shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            var begun = begun(output);
            assertThat(ended && shell.exitValue() == 0)
                    .as("the commands of line %d succeed: %s", steps.get(begun - 1).line, told(output, begun - 1))
                    .isTrue();
            assertThat(differences(output)).isEmpty();
            typing.join();
            return Files.readString(answer(output, steps.size() - 1));
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    /** How many steps were begun. */
    private int begun(Path output) {
        return (int) IntStream.range(0, steps.size())
                .filter(step -> Files.exists(answer(output, step)))
                .count();
    }

    private List<String> differences(Path output) throws IOException {
        var differences = new ArrayList<String>();
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.answer != null) {
                step.answer
                        .difference(Files.readString(answer(output, i)))
                        .ifPresent(difference -> differences.add("below line %d: %s".formatted(step.line, difference)));
            }
        }
        return differences;
    }

    private static void type(Process shell, List<Supplier<String>> typed) {
        try (var keyboard = shell.outputWriter()) {
            for (var line : typed) {
                keyboard.write(line.get());
                keyboard.newLine();
                keyboard.flush();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path answer(Path output, int step) {
        return output.resolve(step + ".answer").toAbsolutePath();
    }

    private static Path errors(Path output, int step) {
        return output.resolve(step + ".errors").toAbsolutePath();
    }

    private static String told(Path output, int step) throws IOException {
        return Files.readString(answer(output, step)) + Files.readString(errors(output, step));
    }
}
