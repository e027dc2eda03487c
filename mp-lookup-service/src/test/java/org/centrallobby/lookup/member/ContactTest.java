package org.centrallobby.lookup.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann.invented.mp@parliament.example",
                "o'brien@mp.example",
                "ann+letters@mp.example",
                "siân@mp.example",
                "ann@tŷ-cyffredin.example",
            })
    void addressesThatCanBeWrittenToAreTaken(String address) {
        assertThat(Contact.email(address).email()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann..invented@mp.example",
                ".ann@mp.example",
                "ann.@mp.example",
                "@mp.example",
                "ann@example",
                "ann@-mp.example",
                "ann@mp-.example",
                "ann@mp..example",
                "ann@bob@mp.example",
                "ann @mp.example",
                "ann@mp.example\nBcc: bob@mp.example",
                "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss@mp.example",
                "ŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷ@mp.example",
            })
    void slipsThatNoRelayWouldTakeAreRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Contact.email(address));
    }
}
