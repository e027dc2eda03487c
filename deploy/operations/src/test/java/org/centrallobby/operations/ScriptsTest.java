package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {
    static Stream<Path> scripts() {
        return Stream.concat(
                Stream.of("init", "backup", "restore", "upgrade").map(name -> Checkout.path("deploy/compose/" + name)),
                Checkout.files("deploy/compose", ".sh").stream());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void bashUnderstandsIt(Path script) {
        assertThat(Run.of("bash", "-n", script.toString())).isEqualTo(new Run(0, ""));
        assertThat(Files.isExecutable(script)).isEqualTo(!script.endsWith("common.sh"));
    }

    @Test
    void theLinterFindsNothing() {
        assumeTrue(Run.exists("shellcheck"), "there is no shellcheck");
        var command = new ArrayList<>(List.of("shellcheck", "--external-sources", "--source-path=SCRIPTDIR"));
        scripts().map(Path::toString).forEach(command::add);

        assertThat(Run.of(command.toArray(String[]::new))).isEqualTo(new Run(0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "backup", "restore", "upgrade"})
    void itHelpsAndRefusesWhatItDoesNotKnow(String name, @TempDir Path home) {
        var help = Run.compose(home, List.of(), Map.of(), name, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.said()).startsWith("deploy/compose/" + name + ": ").contains("--help", "Exit codes: 0 done");
        // Every option that it takes is told.
        Stream.of(Checkout.text("deploy/compose/" + name).split("\n"))
                .filter(line -> line.matches(" +(--[a-z-]+( \\| )?)+\\).*"))
                .flatMap(line -> Stream.of(line.split("[^a-z-]+")).filter(word -> word.startsWith("--")))
                .forEach(option -> assertThat(help.said()).contains("  " + option));

        var unknown = Run.compose(home, List.of(), Map.of(), name, "--sideways");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.said()).contains("unknown option --sideways").contains("--help");
        assertThat(home).isEmptyDirectory();
    }
}
