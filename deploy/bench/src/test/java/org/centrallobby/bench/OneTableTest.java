package org.centrallobby.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/bench/run} makes of the tables of the others, which are played here by scripts of a line. */
class OneTableTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void itLiesBesideTheOthers() throws IOException {
        script("run", Files.readString(Path.of("run")));
        script("lookup", bench("lookup", "| one lookup | 190 ns | under 150 ns | 870 ns | **missed** |", 1));
        script("mail", bench("mail", "| mails | 1019/s | 1000/s | 930/s | met |", 0));
        script("widget", "exit 1");
    }

    @Test
    void everyFigureIsInOneTableWithWhatItIsOf() throws IOException, InterruptedException {
        var run = run("lookup", "mail");

        assertThat(run.output())
                .contains("| lookup | one lookup | 190 ns | under 150 ns | 870 ns | **missed** |")
                .contains("| mail | mails | 1019/s | 1000/s | 930/s | met |");
        assertThat(run.code()).as("a target was missed").isEqualTo(1);
        assertThat(folder.resolve("work/full/all.md")).content().contains("| mail | mails |");
    }

    @Test
    void aBenchThatBreaksOffKeepsNoOtherFromItsFigures() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("work/full"));
        Files.writeString(folder.resolve("work/full/widget.md"), "| old |\n|---|\n| of another run |\n");

        var run = run("widget", "mail");

        assertThat(run.output()).contains("| widget | nothing: it broke off |", "| mail | mails |");
        assertThat(run.output()).doesNotContain("of another run");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void allTargetsMetIsASuccess() throws IOException, InterruptedException {
        assertThat(run("mail").code()).isZero();
    }

    @Test
    void whatItDoesNotKnowItRefuses() throws IOException, InterruptedException {
        var run = run("letter");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.output()).contains("--help");
    }

    private static String bench(String name, String row, int code) {
        return """
                mkdir -p %1$s
                printf 'Title.\\n\\n| what | measured | target | baseline | |\\n|---|---|---|---|---|\\n%%s\\n' '%2$s' > %1$s/%3$s.md
                exit %4$d
                """.formatted("\"$(dirname \"$0\")\"/work/full", row, name, code);
    }

    private void script(String name, String body) throws IOException {
        var text = body.startsWith("#!") ? body : "#!/usr/bin/env bash\n" + body;
        assertThat(Files.writeString(folder.resolve(name), text).toFile().setExecutable(true))
                .isTrue();
    }

    private record Run(int code, String output) {}

    private Run run(String... benches) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(folder.resolve("run").toString(), "--work=" + folder.resolve("work")));
        command.addAll(List.of(benches));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
