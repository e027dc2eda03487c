package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and upgrade before a stand-in for Docker, which writes down what it is asked and fails where it is told to. */
class BackupTest {
    @TempDir
    Path home;

    @TempDir
    Path programs;

    private Path asked;

    @BeforeEach
    void installed() throws IOException {
        Files.copy(Checkout.path("deploy/compose/.env.example"), home.resolve(".env"));
        Files.createDirectory(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/operator_key"), "secret");
        asked = programs.resolve("asked");
        Files.createFile(asked);
        var docker = programs.resolve("docker");
        Files.writeString(docker, """
                #!/bin/bash
                arguments="${*#compose --project-directory * --env-file * }"
                echo "$VERSION ${arguments##*/.env }" >>"$ASKED"
                case $arguments in
                *"$FAIL_AT"*) [ -z "$FAIL_AT" ] || exit 1 ;;
                esac
                case $arguments in
                *pg_dump*) echo "dump of ${arguments##* }" ;;
                *psql*"--dbname postgres") cat >>"$ASKED" ;;
                *pg_restore*) cat >/dev/null ;;
                esac
                """);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aBackupHoldsTheDatabasesTheSecretsAndTheSettings() throws IOException {
        var backup = backup();

        assertThat(backup.toFile().list())
                .containsExactlyInAnyOrder(
                        "letters.dump", "mp_lookup.dump", "mail.dump", "settings.tar", "version", "checksums");
        assertThat(Files.readString(backup.resolve("mail.dump"))).isEqualTo("dump of mail\n");
        assertThat(Run.of("tar", "-tf", backup.resolve("settings.tar").toString())
                        .said()
                        .lines())
                .contains(".env", "secrets/operator_key");
        assertThat(Files.getPosixFilePermissions(backup)).hasSize(3);
    }

    @Test
    void aBackupThatFailsIsNone() {
        var run = run(Map.of("FAIL_AT", "pg_dump --username postgres --format custom mail"), "backup");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.said()).contains("mail could not be dumped");
        assertThat(backups()).allMatch(name -> name.endsWith(".part"));
        // The next one clears it away.
        backup();
        assertThat(backups()).hasSize(1).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        for (var old : List.of("20200101T000000Z", "20210101T000000Z", "20220101T000000Z", "letters-of-mine")) {
            Files.createDirectories(home.resolve("backups").resolve(old));
        }

        var newest = run(Map.of(), "backup", "--keep", "2").said().strip();

        assertThat(backups())
                .containsExactlyInAnyOrder(
                        "20220101T000000Z",
                        "letters-of-mine",
                        Path.of(newest).getFileName().toString());
    }

    @Test
    void aRestoreSaysFirstWhatItWouldDo() {
        var backup = backup();
        clear();

        var run = run(Map.of(), "restore", backup.toString());

        assertThat(run.code()).isZero();
        assertThat(run.said()).contains("Say --yes");
        assertThat(asked()).isEmpty();
    }

    @Test
    void aRestorePausesTheMailAndChangesNamesWhenAllThreeAreWhole() {
        var backup = backup();
        clear();

        var run = run(Map.of(), "restore", "--yes", backup.toString());

        assertThat(run.code()).as(run.said()).isZero();
        var asked = asked();
        assertThat(asked.getFirst()).endsWith("stop mp-lookup-service letter-service mail-service");
        assertThat(asked.getLast()).endsWith("up -d --wait");
        var begun = asked.indexOf("begin;");
        assertThat(asked.subList(0, begun))
                .filteredOn(line -> line.contains("pg_restore"))
                .hasSize(3)
                .allMatch(line -> line.contains("_restoring") && line.contains("--exit-on-error"));
        assertThat(asked.subList(0, begun)).anyMatch(line -> line.contains("insert into pause"));
        assertThat(asked.subList(begun, asked.size()))
                .contains("alter database mail_restoring rename to mail;", "commit;");
        assertThat(run.said()).contains("The mail queue is paused");
    }

    @Test
    void aRestoreThatFailsHasRenamedNothing() {
        var backup = backup();
        clear();

        var run = run(
                Map.of("FAIL_AT", "pg_restore --username postgres --no-owner --role mail"),
                "restore",
                "--yes",
                backup.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.said()).contains("Nothing has changed");
        assertThat(asked()).noneMatch(line -> line.contains("rename"));
    }

    @Test
    void whatIsDamagedOrHalfIsNotRestored() throws IOException {
        var backup = backup();
        Files.writeString(backup.resolve("letters.dump"), "something else");
        var half = Files.createDirectories(home.resolve("backups/20260101T000000Z.part"));
        clear();

        assertThat(run(Map.of(), "restore", "--yes", backup.toString()).code()).isEqualTo(1);
        assertThat(run(Map.of(), "restore", "--yes", half.toString()).said()).contains("was interrupted");
        assertThat(run(Map.of(), "restore", "--yes", home.toString()).said()).contains("is no backup");
        assertThat(asked()).isEmpty();
    }

    @Test
    void anUpgradeBacksUpMigratesAndThenServes() {
        var run = run(Map.of(), "upgrade", "1.1.0");

        assertThat(run.code()).as(run.said()).isZero();
        var asked = asked();
        assertThat(asked.getFirst()).isEqualTo("1.1.0 build mp-lookup-service letter-service mail-service");
        assertThat(asked)
                .filteredOn(line -> line.contains("pg_dump"))
                .hasSize(3)
                .allMatch(line -> line.startsWith("1.0.0 "));
        assertThat(asked)
                .filteredOn(line -> line.contains("QUARKUS_INIT_AND_EXIT=true"))
                .hasSize(3);
        assertThat(asked.getLast()).isEqualTo("1.1.0 up -d --wait");
        assertThat(Checkout.text(home.resolve(".env")).lines())
                .contains("VERSION=1.1.0", "PUBLIC_HOST=act.example.org");
    }

    @Test
    void anUpgradeWhoseMigrationFailsLeavesTheOldVersionServing() {
        var run = run(Map.of("FAIL_AT", "QUARKUS_INIT_AND_EXIT=true mail-service"), "upgrade", "--no-backup", "1.1.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.said()).contains("Version 1.0.0 goes on serving");
        assertThat(asked()).noneMatch(line -> line.contains(" up "));
        assertThat(Checkout.text(home.resolve(".env")).lines()).contains("VERSION=1.0.0");
    }

    @Test
    void twoCommandsAtOnceDoNotUndoEachOther() throws IOException, InterruptedException {
        var holder = new ProcessBuilder(
                        "flock", home.resolve(".lock").toString(), "sh", "-c", "echo held; read -r line")
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held");

            var run = run(Map.of(), "upgrade", "1.1.0");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.said()).contains("another command is at work");
        } finally {
            holder.getOutputStream().close();
            holder.waitFor();
        }
    }

    private Path backup() {
        var run = run(Map.of(), "backup");
        assertThat(run.code()).as(run.said()).isZero();
        return Path.of(run.said().strip());
    }

    private Run run(Map<String, String> more, String... command) {
        var environment = new java.util.HashMap<>(Map.of("ASKED", asked.toString(), "FAIL_AT", "", "VERSION", ""));
        environment.putAll(more);
        return Run.compose(home, List.of(programs), environment, command);
    }

    private List<String> asked() {
        return Checkout.text(asked).lines().toList();
    }

    private List<String> backups() {
        var names = home.resolve("backups").toFile().list();
        return names == null
                ? List.of()
                : Arrays.stream(names).filter(name -> !name.startsWith(".")).toList();
    }

    private void clear() {
        try {
            Files.writeString(asked, "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
