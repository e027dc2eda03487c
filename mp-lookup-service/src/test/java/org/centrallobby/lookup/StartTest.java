package org.centrallobby.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void helpNamesTheCommands() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("splits");
        assertThat(run("splits", "--help")).isZero();
        assertThat(out.toString()).contains("--output");
    }

    @Test
    void whatIsNoCommandIsSaidSo() {
        assertThat(run("split")).isEqualTo(2);
        assertThat(err.toString()).contains("split");
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Start.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
