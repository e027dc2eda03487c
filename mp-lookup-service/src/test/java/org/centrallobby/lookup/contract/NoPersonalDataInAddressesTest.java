package org.centrallobby.lookup.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.centrallobby.lookup.ServiceTest;
import org.centrallobby.testbed.api.ApiDocument;
import org.junit.jupiter.api.Test;

/** Addresses are logged, kept in histories and passed on: what is somebody's does not stand in them. */
@ServiceTest
class NoPersonalDataInAddressesTest {
    @Test
    void noOperationTakesPersonalDataFromItsAddress() {
        assertThat(ApiDocument.served().parameters())
                .filteredOn(parameter -> parameter.matches(
                        "(?i).*: .*(mail|name|address|postcode|phone|subject|body|writer|person|key).*"))
                // It stands for a street, and nobody logs it.
                .containsExactlyInAnyOrder("GET /v1/postcodes: postcode", "GET /v1/postcodes/{postcode}: postcode");
    }
}
