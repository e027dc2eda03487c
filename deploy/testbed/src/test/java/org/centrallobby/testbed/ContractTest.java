package org.centrallobby.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTest {
    @ParameterizedTest
    @CsvSource({
        "seat.v1, seat-filled.v1",
        "seat.v1, seat-vacant.v1",
        "seat.v1, seat-dissolved.v1",
        "seat.v1, seat-address-missing.v1",
        "seat.v1, seat-office.v1",
        "mail-request.v1, mail-requested-letter.v1",
        "mail-request.v1, mail-requested-confirmation.v1",
        "mail-request.v1, mail-requested-update.v1",
        "mail-recall.v1, mail-recalled.v1",
        "mail-erasure.v1, mail-erasure-requested.v1",
        "delivery.v1, mail-sent.v1",
        "delivery.v1, mail-deferred.v1",
        "delivery.v1, mail-failed.v1",
        "delivery.v1, mail-failed-suppressed.v1",
        "delivery.v1, mail-failed-in-doubt.v1",
        "delivery.v1, mail-bounced.v1",
        "delivery.v1, mail-complained.v1",
        "delivery.v1, mail-auto-replied.v1",
        "delivery.v1, mail-erased.v1",
        "letter.v1, letter-confirmed.v1",
        "letter.v1, letter-sent-by-writer.v1",
        "copy.v1, mail-copy-received.v1",
    })
    void everyExampleKeepsItsSchema(String schema, String example) {
        assertThat(Contract.of(schema).violations(Contract.example(example))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "seat.v1, {}",
        "mail-request.v1, []",
        "delivery.v1, '{\"mail\": 3}'",
        "letter.v1, not json",
    })
    void whatBreaksASchemaIsFound(String schema, String document) {
        assertThat(Contract.of(schema).violations(document)).isNotEmpty();
    }
}
