package org.centrallobby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStartFindsTheSecretsOfTheFirstWhichNobodyElseCanRead() throws IOException {
        var first = new Secrets(folder);
        var operator = first.operatorKey();
        var identity = first.identitySecret();
        var copies = first.copySecret();

        var second = new Secrets(folder);
        assertThat(second.operatorKey()).isEqualTo(operator).hasSizeGreaterThanOrEqualTo(32);
        assertThat(second.copySecret()).isEqualTo(copies).isNotEqualTo(identity);
        assertThat(second.identitySecret())
                .isEqualTo(identity)
                .isNotEqualTo(operator)
                .hasSizeGreaterThanOrEqualTo(32);
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
