package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code deploy/compose/init} makes, in a folder of a test's own. */
final class Installation {
    private Installation() {}

    static Run at(Path home, String... more) {
        var command = new String[more.length + 9];
        System.arraycopy(
                new String[] {
                    "init",
                    "--host",
                    "act.example.org",
                    "--relay",
                    "smtp.example.org:587",
                    "--relay-user",
                    "act",
                    "--email",
                    "operator@example.org"
                },
                0,
                command,
                0,
                9);
        System.arraycopy(more, 0, command, 9, more.length);
        var run = Run.compose(home, List.of(), Map.of("RELAY_PASSWORD", "pa$$ \\word"), command);
        assertThat(run.code()).as(run.said()).isZero();
        return run;
    }
}
