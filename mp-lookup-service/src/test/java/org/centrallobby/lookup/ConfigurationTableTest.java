package org.centrallobby.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.centrallobby.testbed.ConfigurationTable;
import org.junit.jupiter.api.Test;

class ConfigurationTableTest {
    @Test
    void theReadmeTellsEveryVariableWithItsDefault() {
        var declared = ConfigurationTable.declared("org.centrallobby.lookup");

        assertThat(declared).isNotEmpty();
        assertThat(ConfigurationTable.documented("mp-lookup-service")).containsExactlyInAnyOrderEntriesOf(declared);
    }
}
