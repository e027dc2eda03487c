package org.centrallobby.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.centrallobby.testbed.ConfigurationTable;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {
    @Test
    void theReadmeTellsEveryVariableWithItsDefault() {
        var declared = ConfigurationTable.declared("org.centrallobby.mail");

        assertThat(declared).isNotEmpty();
        assertThat(ConfigurationTable.documented("mail-service")).containsExactlyInAnyOrderEntriesOf(declared);
    }
}
