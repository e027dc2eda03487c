package org.centrallobby.lookup;

import org.centrallobby.testbed.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theCodeKeepsTheRulesThatAMachineCanCheck() {
        HouseRules.check("org.centrallobby.lookup");
    }
}
