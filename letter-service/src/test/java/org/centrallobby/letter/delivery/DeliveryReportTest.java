package org.centrallobby.letter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.centrallobby.letter.consuming.IncomingRecord;
import org.centrallobby.letter.letter.LetterState;
import org.centrallobby.testbed.Contract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryReportTest {
    private final ObjectMapper json =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    @ParameterizedTest
    @CsvSource({
        "mail-sent.v1, SENT, 250 2.0.0",
        "mail-deferred.v1, DEFERRED, 451 4.7.1",
        "mail-failed.v1, FAILED, expired",
        "mail-failed-suppressed.v1, FAILED, suppressed",
        "mail-failed-in-doubt.v1, FAILED, in-doubt",
        "mail-bounced.v1, BOUNCED, 550 5.1.1",
    })
    void aReportOfTheContractIsAStepOfTheLetterWithWhyInCodesAlone(String example, LetterState state, String detail) {
        var report = read(Contract.example(example));

        assertThat(report.isOfLetter()).isTrue();
        assertThat(report.state()).contains(state);
        assertThat(report.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"mail-complained.v1", "mail-auto-replied.v1", "mail-erased.v1"})
    void whatIsNoStepOfTheMailIsNoneOfTheLetter(String example) {
        assertThat(read(Contract.example(example)).state()).isEmpty();
    }

    @Test
    void aCopyOfTheContractNamesItsLetter() {
        assertThat(IncomingRecord.read(json, Contract.example("mail-copy-received.v1"), CopyReceived.class)
                        .letter())
                .hasToString("01936f2e-0000-7000-8000-000000000008");
    }

    @Test
    void aBounceWithoutASmtpCodeHasItsStatusAlone() {
        assertThat(detail("{\"code\": null, \"enhanced\": \"5.2.1\", \"text\": \"sian@example.org is disabled\"}"))
                .isEqualTo("5.2.1");
        assertThat(detail("{\"code\": 550, \"enhanced\": null, \"text\": \"sian@example.org is disabled\"}"))
                .isEqualTo("550");
    }

    @Test
    void whereNobodySaidAnythingThereIsNothingToSay() {
        assertThat(detail("null")).isNull();
        assertThat(detail("{\"code\": null, \"enhanced\": null, \"text\": \"sian@example.org is gone\"}"))
                .isNull();
    }

    private @Nullable String detail(String reply) {
        return read("""
                        {"mail": "01936f2e-5c1a-7b3e-9f00-2f1c3a4b5c6d", "kind": "letter", "outcome": "bounced",
                         "at": "2026-11-23T10:16:02Z", "attempts": 1, "reply": %s}""".formatted(reply)).detail();
    }

    private DeliveryReport read(String data) {
        return IncomingRecord.read(json, data, DeliveryReport.class);
    }
}
